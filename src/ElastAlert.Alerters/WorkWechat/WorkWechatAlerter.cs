using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WorkWechat;

/// <summary>Writes alerts to groups of WeCom.</summary>
internal sealed class WorkWechatAlerter(WorkWechatAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], sender.CheckCode("errcode"), cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson($"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={options.BotId}", Payload(alert))
            .AcceptingJson().Hiding(options.BotId);

    private JsonObject Payload(Alert alert) => new()
    {
        ["msgtype"] = options.MsgType,
        [options.MsgType] = new JsonObject { ["content"] = alert.Body },
    };
}
