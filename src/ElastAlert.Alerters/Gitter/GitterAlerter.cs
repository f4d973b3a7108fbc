using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Gitter;

/// <summary>Writes alerts to rooms of Gitter.</summary>
internal sealed class GitterAlerter(GitterAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [HttpCall.PostJson(options.GitterWebhookUrl, Payload(alert))], cancellationToken);

    private JsonObject Payload(Alert alert) => new() { ["message"] = alert.Body, ["level"] = options.GitterMsgLevel };
}
