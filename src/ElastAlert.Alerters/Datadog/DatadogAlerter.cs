using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Datadog;

/// <summary>Posts alerts as events to Datadog.</summary>
internal sealed class DatadogAlerter(DatadogAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson(options.ApiUrl, new JsonObject { ["title"] = alert.Subject, ["text"] = alert.Body })
            .With("DD-API-KEY", options.ApiKey)
            .With("DD-APPLICATION-KEY", options.AppKey);
}
