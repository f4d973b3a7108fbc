using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.PagerDuty;

/// <summary>Opens, acknowledges or resolves incidents of PagerDuty.</summary>
internal sealed class PagerDutyAlerter(PagerDutyAlerterOptions options, AlerterEntry entry, AlertHttpSender sender) : IAlerter
{
    private const string Version1 = "https://events.pagerduty.com/generic/2010-04-15/create_event.json";
    private const string Version2 = "https://events.pagerduty.com/v2/enqueue";

    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var call = options.IsVersion2
            ? HttpCall.PostUtf8Json(Version2, Event2(alert))
            : HttpCall.PostUtf8Json(Version1, Event1(alert));
        return sender.SendAllAsync(alert, [call.Hiding(options.PagerdutyServiceKey)], cancellationToken);
    }

    private JsonObject Event1(Alert alert) => new()
    {
        ["service_key"] = options.PagerdutyServiceKey,
        ["description"] = alert.Subject,
        ["event_type"] = options.PagerdutyEventType,
        ["incident_key"] = Text(options.PagerdutyIncidentKey, alert),
        ["client"] = options.PagerdutyClientName,
        ["details"] = new JsonObject { ["information"] = alert.Body },
    };

    private JsonObject Event2(Alert alert) => new()
    {
        ["routing_key"] = options.PagerdutyServiceKey,
        ["event_action"] = options.PagerdutyEventType,
        ["dedup_key"] = Text(options.PagerdutyIncidentKey, alert),
        ["client"] = options.PagerdutyClientName,
        ["payload"] = Payload(alert),
    };

    private JsonObject Payload(Alert alert)
    {
        var payload = new JsonObject
        {
            ["class"] = Text(options.PayloadClass, alert),
            ["component"] = Text(options.PayloadComponent, alert),
            ["group"] = Text(options.PayloadGroup, alert),
            ["severity"] = options.PayloadSeverity,
            ["source"] = Text(options.PayloadSource, alert),
            ["summary"] = alert.Subject,
            ["custom_details"] = Details(alert),
        };
        var timestamp = alert.Matches[0].Fields.Find(alert.Rule.Timestamp.Field);
        if (!timestamp.IsEmpty)
            payload["timestamp"] = JsonNodes.Of(timestamp);
        return payload;
    }

    // A path that finds nothing, or nothing but zero or an empty text, is taken for the value itself (alerters.md 5, 38).
    private JsonObject Details(Alert alert)
    {
        var details = new JsonObject();
        if (options.PayloadIncludeAllInfo)
            details["information"] = alert.Body;
        foreach (var match in alert.Matches)
        {
            foreach (var (name, option) in options.PayloadCustomDetails)
            {
                var field = match.Fields.Find(PythonText.Of(option.ToJson()));
                details[name] = field.IsEmpty ? JsonNodes.Of(option) : JsonNodes.Of(field);
            }
        }

        return details;
    }

    private string Text(ArgumentText text, Alert alert) => text.Format(alert, entry.Options);
}
