using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.RocketChat;

/// <summary>Writes alerts to channels of Rocket.Chat.</summary>
internal sealed class RocketChatAlerter(RocketChatAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Calls(alert), cancellationToken);

    private IEnumerable<HttpCall> Calls(Alert alert) =>
        from url in options.WebhookUrl
        from channel in options.ChannelOverride
        select HttpCall.PostJson(url, Payload(alert, channel));

    private JsonObject Payload(Alert alert, string channel)
    {
        var payload = new JsonObject
        {
            ["username"] = options.UsernameOverride,
            ["text"] = options.TextString,
            ["attachments"] = Attachments(alert),
        };
        payload.AddText("emoji", options.EmojiOverride);
        payload["channel"] = channel;
        return payload;
    }

    private JsonArray Attachments(Alert alert)
    {
        var attachments = new JsonArray(new JsonObject
        {
            ["color"] = options.MsgColor,
            ["title"] = alert.Subject,
            ["text"] = alert.Body,
            ["fields"] = AlertFields.Fill(options.AlertFieldList, alert.Matches[0].Fields),
        });
        options.DiscoverLinks.AddTo(attachments, alert);
        return attachments;
    }
}
