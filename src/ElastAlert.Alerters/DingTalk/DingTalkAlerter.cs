using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.DingTalk;

/// <summary>Writes alerts to groups of DingTalk.</summary>
internal sealed class DingTalkAlerter(DingTalkAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], sender.CheckCode("errcode"), cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson(Url(), Payload(alert)).AcceptingJson().Hiding(options.AccessToken, options.Sign ?? "");

    private string Url()
    {
        var url = $"https://oapi.dingtalk.com/robot/send?access_token={options.AccessToken}";
        if (string.IsNullOrEmpty(options.Sign))
            return url;
        var time = sender.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Sign), Encoding.UTF8.GetBytes($"{time}\n{options.Sign}"));
        return $"{url}&timestamp={time}&sign={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }

    private JsonObject Payload(Alert alert) => options.MsgType switch
    {
        "markdown" => new() { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["title"] = alert.Subject, ["text"] = alert.Body } },
        "text" => new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = alert.Body } },
        _ => new() { ["msgtype"] = "actionCard", ["actionCard"] = Card(alert) },
    };

    private JsonObject Card(Alert alert)
    {
        var card = new JsonObject { ["title"] = alert.Subject, ["text"] = alert.Body };
        if (options.MsgType == "single_action_card")
        {
            card["singleTitle"] = options.SingleTitle;
            card["singleURL"] = options.SingleUrl;
            return card;
        }

        card.AddText("btnOrientation", options.BtnOrientation);
        if (options.Btns.Count > 0)
            card["btns"] = JsonNodes.List(options.Btns.Select(static button => JsonNodes.Of(OptionValue.Of(button))));
        return card;
    }
}
