using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.PagerTree;

/// <summary>Opens incidents in PagerTree.</summary>
internal sealed class PagerTreeAlerter(PagerTreeAlerterOptions options, AlertHttpSender sender, Func<Alert, Guid> uuidOf) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [HttpCall.PostJson(options.PagertreeIntegrationUrl, Payload(alert))], cancellationToken);

    private JsonObject Payload(Alert alert) => new()
    {
        ["event_type"] = "create",
        ["Id"] = uuidOf(alert).ToString(),
        ["Title"] = alert.Subject,
        ["Description"] = alert.Body,
    };
}
