using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Lark;

/// <summary>Writes alerts to groups of Lark.</summary>
internal sealed class LarkAlerter(LarkAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], sender.CheckCode("code"), cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson($"https://open.feishu.cn/open-apis/bot/v2/hook/{options.BotId}", Payload(alert))
            .AcceptingJson().Hiding(options.BotId);

    private JsonObject Payload(Alert alert) => new()
    {
        ["msg_type"] = options.MsgType,
        ["content"] = new JsonObject { ["title"] = alert.Subject, ["text"] = alert.Body },
    };
}
