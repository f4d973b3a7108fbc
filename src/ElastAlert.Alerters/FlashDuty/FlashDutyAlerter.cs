using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.FlashDuty;

/// <summary>Posts alerts to FlashDuty.</summary>
internal sealed class FlashDutyAlerter(FlashDutyAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) => HttpCall.PostJson(
        $"https://api.flashcat.cloud/event/push/alert/standard?integration_key={options.IntegrationKey}", Payload(alert)) with
    { Secrets = [options.IntegrationKey] };

    private JsonObject Payload(Alert alert) => new()
    {
        ["title"] = options.Title,
        ["description"] = options.Description,
        ["event_status"] = options.EventStatus,
        ["alert_key"] = options.AlertKey,
        ["labels"] = Labels(alert),
    };

    private JsonObject Labels(Alert alert) => new()
    {
        ["check"] = options.Check,
        ["service"] = options.Service,
        ["cluster"] = options.Cluster,
        ["resource"] = options.Resource,
        ["metric"] = options.Metric,
        ["group"] = options.Group,
        ["env"] = options.Env,
        ["app"] = options.App,
        ["information"] = alert.Body,
    };
}
