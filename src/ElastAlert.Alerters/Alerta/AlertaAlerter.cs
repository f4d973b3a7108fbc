using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Alerta;

/// <summary>Posts alerts to Alerta.</summary>
internal sealed class AlertaAlerter(AlertaAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert)
    {
        var call = HttpCall.PostJson(options.ApiUrl, Payload(alert));
        return options.ApiKey is { } key ? call.With("Authorization", "Key " + key) : call;
    }

    private JsonObject Payload(Alert alert)
    {
        var match = alert.Matches[0];
        return new JsonObject
        {
            ["resource"] = Resource(alert.Rule, match.Fields),
            ["severity"] = options.Severity.Fill(match.Fields),
            ["timeout"] = options.Timeout,
            ["createTime"] = MomentText.Of(CreateTime(alert.Rule, match)),
            ["type"] = options.Type,
            ["environment"] = Fill(options.Environment, match.Fields),
            ["origin"] = Fill(options.Origin, match.Fields),
            ["group"] = Fill(options.Group, match.Fields),
            ["event"] = options.Event is { } name ? Fill(name, match.Fields) : AlertaSubject.Write(alert.Rule, match),
            ["text"] = options.Text is { } text ? Fill(text, match.Fields) : match.Summary,
            ["value"] = Fill(options.Value, match.Fields),
            ["service"] = Fill(options.Service, match.Fields),
            ["tags"] = Fill(options.Tags, match.Fields),
            ["correlate"] = Fill(options.Correlate, match.Fields),
            ["attributes"] = Attributes(match.Fields),
            ["rawData"] = alert.Body,
        };
    }

    private string Resource(Rule rule, Document match) =>
        options.UseQkAsResource && rule.Query.QueryKey is { } key && match.Find(key) is { IsEmpty: false } value
            ? value.ToText()
            : Fill(options.Resource, match);

    private DateTimeOffset CreateTime(Rule rule, RuleMatch match) =>
        options.UseMatchTimestamp && !match.Fields.Find(rule.Timestamp.Field).IsMissing ? match.Timestamp : sender.Clock.GetUtcNow();

    private JsonObject Attributes(Document match)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in options.Attributes)
            attributes[name] = Fill(value, match);
        return attributes;
    }

    private JsonArray Fill(IReadOnlyList<PlaceholderText> texts, Document match) => JsonNodes.List(texts.Select(text => Fill(text, match)));

    private string Fill(PlaceholderText text, Document match) => text.Fill(match, options.MissingText);
}
