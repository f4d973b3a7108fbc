using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Yzj;

/// <summary>Writes alerts to groups of Yunzhijia.</summary>
internal sealed class YzjAlerter(YzjAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson($"https://{options.CustomLoc}/gateway/robot/webhook/send?yzjtype={options.RobotType}&yzjtoken={options.Token}", Payload(alert))
            .AcceptingJson().Hiding(options.Token);

    private static JsonObject Payload(Alert alert) => new() { ["content"] = alert.Body };
}
