using System.Globalization;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Alertmanager;

/// <summary>Posts alerts to Prometheus Alertmanager.</summary>
internal sealed class AlertmanagerAlerter(AlertmanagerAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, options.AlertmanagerHosts.Select(host => Call(host, alert)), cancellationToken);

    private HttpCall Call(string host, Alert alert)
    {
        var call = HttpCall.PostJson($"{host}/api/{options.AlertmanagerApiVersion}/alerts", new JsonArray(Payload(alert)));
        return options.BasicAuthLogin is { } login ? call.WithBasic(login, options.BasicAuthPassword) : call;
    }

    private JsonObject Payload(Alert alert)
    {
        var payload = new JsonObject { ["annotations"] = Annotations(alert), ["labels"] = Labels(alert) };
        if (options.AlertmanagerResolveTime is { } time)
            payload["endsAt"] = MomentText(sender.Clock.GetUtcNow() + time);
        return payload;
    }

    private JsonObject Annotations(Alert alert)
    {
        var annotations = Rendered(options.AlertmanagerAnnotations, alert);
        annotations[options.AlertSubjectLabelname] = alert.Subject;
        annotations[options.AlertTextLabelname] = alert.Body;
        return annotations;
    }

    private JsonObject Labels(Alert alert)
    {
        var labels = Rendered(options.AlertmanagerLabels, alert);
        foreach (var (name, path) in options.AlertmanagerFields)
            labels[name] = TemplateMap.FieldText(alert.Matches[0].Fields.Find(path.Members.Text("field") ?? PythonText.Of(path.ToJson())));
        labels["alertname"] = options.AlertmanagerAlertname ?? alert.Rule.Name;
        labels["elastalert_rule"] = alert.Rule.Name;
        return labels;
    }

    private static JsonObject Rendered(TemplateMap map, Alert alert)
    {
        var rendered = new JsonObject();
        foreach (var (name, text) in map.Render(alert.Matches[0].Fields))
            rendered[name] = text;
        return rendered;
    }

    private static string MomentText(DateTimeOffset moment) =>
        moment.ToString(moment.Ticks % TimeSpan.TicksPerSecond / 10 == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
