using System.Globalization;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Iris;

/// <summary>Writes what IRIS is sent.</summary>
internal sealed class IrisPayloads(IrisAlerterOptions options, OptionMap ruleOptions, TimeProvider clock)
{
    /// <summary>Returns an alert.</summary>
    public JsonObject Alert(Alert alert)
    {
        var match = alert.Matches[0].Fields;
        var payload = new JsonObject
        {
            ["alert_title"] = alert.Subject,
            ["alert_description"] = options.Description ?? alert.Body,
            ["alert_source"] = options.AlertSource,
            ["alert_severity_id"] = options.AlertSeverityId,
            ["alert_status_id"] = options.AlertStatusId,
            ["alert_source_event_time"] = EventTime(alert.Rule, match),
            ["alert_note"] = options.AlertNote,
            ["alert_tags"] = options.AlertTags,
            ["alert_customer_id"] = options.CustomerId,
        };
        payload.AddText("alert_source_link", options.AlertSourceLink);
        if (options.Iocs.Count > 0)
            payload["alert_iocs"] = JsonNodes.List(IrisIocs.Find(options.Iocs, match));
        if (options.AlertContext.Count > 0)
            payload["alert_context"] = Context(match);
        return payload;
    }

    /// <summary>Returns a case.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="id">What makes its ticket number.</param>
    public JsonObject Case(Alert alert, Guid id)
    {
        var payload = new JsonObject
        {
            ["case_soc_id"] = $"SOC_{id.ToString()[..6]}",
            ["case_customer"] = options.CustomerId,
            ["case_name"] = alert.Rule.Name,
            ["case_description"] = options.Description,
        };
        if (options.CaseTemplateId is not null)
            payload["case_template_id"] = JsonNodes.Of(options.CaseTemplateId);
        return payload;
    }

    private JsonNode? EventTime(Rule rule, Document match)
    {
        if (options.OverwriteTimestamp && match.TryGetMember("@timestamp", out var time))
            return JsonNodes.Of(time);
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rule.Timestamp.LocalTimeZone);
        return now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private JsonObject Context(Document match)
    {
        var context = new JsonObject();
        foreach (var (name, path) in options.AlertContext)
            context[name] = FieldOrOption.Find(path.Members.Text("field") ?? PythonText.Of(path.ToJson()), match, ruleOptions) is { } value ? PythonText.Of(value) : "";
        return context;
    }
}
