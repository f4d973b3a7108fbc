using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Telegram;

/// <summary>Writes alerts to a chat of Telegram.</summary>
internal sealed class TelegramAlerter(TelegramAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    private const int LongestText = 4095;
    private const int KeptText = 4000;

    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var call = HttpCall.PostJson($"https://{options.TelegramApiUrl}/bot{options.TelegramBotToken}/sendMessage", Payload(alert));
        return sender.SendAllAsync(alert, [call.Hiding(options.TelegramBotToken)], cancellationToken);
    }

    private JsonObject Payload(Alert alert) => new()
    {
        ["chat_id"] = JsonNodes.Of(options.TelegramRoomId),
        ["text"] = Text(alert),
        ["parse_mode"] = options.TelegramParseMode,
        ["disable_web_page_preview"] = true,
        ["message_thread_id"] = JsonNodes.Of(options.TelegramThreadId),
    };

    private string Text(Alert alert)
    {
        var isHtml = options.TelegramParseMode == "html";
        var head = isHtml ? $"⚠ {alert.Subject} ⚠ \n" : $"⚠ *{alert.Subject}* ⚠ ```\n";
        var text = TextCrop.Crop(head + alert.Body, LongestText, KeptText, "\n⚠ *message was cropped according to telegram limits!* ⚠");
        return isHtml ? text : text + " ```";
    }
}
