using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.VictorOps;

/// <summary>Opens incidents in Splunk On-Call, formerly VictorOps.</summary>
internal sealed class VictorOpsAlerter(VictorOpsAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert)
    {
        var url = $"https://alert.victorops.com/integrations/generic/20131114/alert/{options.ApiKey}/{options.RoutingKey}";
        return HttpCall.PostJson(url, Payload(alert)).Hiding(options.ApiKey);
    }

    // What the protocol says comes last: an event must not turn an alarm into an all-clear.
    private JsonObject Payload(Alert alert)
    {
        var payload = JsonNodes.Of(alert.Matches[0].Fields);
        payload["message_type"] = options.MessageType;
        payload["entity_display_name"] = options.EntityDisplayName ?? alert.Subject;
        payload["monitoring_tool"] = "ElastAlert";
        payload["state_message"] = alert.Body;
        if (options.EntityId is { Length: > 0 } id)
            payload["entity_id"] = id;
        else
            payload.Remove("entity_id");
        return payload;
    }
}
