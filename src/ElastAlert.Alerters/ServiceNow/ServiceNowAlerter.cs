using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.ServiceNow;

/// <summary>Opens incidents in ServiceNow.</summary>
internal sealed class ServiceNowAlerter(ServiceNowAlerterOptions options, AlertHttpSender sender, IAlertTexts? texts) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) => HttpCall.PostJson(options.RestUrl, Payload(alert))
        .AcceptingJson()
        .WithBasic(options.Username, options.Password);

    private JsonObject Payload(Alert alert)
    {
        var payload = new JsonObject
        {
            // Of several matches the last one is described, as in the reference.
            ["description"] = texts?.MatchText(alert.Matches[^1]) ?? alert.Body,
            ["short_description"] = JsonNodes.Of(options.ShortDescription),
            ["comments"] = JsonNodes.Of(options.Comments),
            ["assignment_group"] = JsonNodes.Of(options.AssignmentGroup),
            ["category"] = JsonNodes.Of(options.Category),
            ["subcategory"] = JsonNodes.Of(options.Subcategory),
            ["cmdb_ci"] = JsonNodes.Of(options.CmdbCi),
            ["caller_id"] = JsonNodes.Of(options.CallerId),
        };
        if (options.Impact is not null)
            payload["impact"] = JsonNodes.Of(options.Impact);
        if (options.Urgency is not null)
            payload["urgency"] = JsonNodes.Of(options.Urgency);
        payload.Overlay(options.AdditionalFields);
        return payload;
    }
}
