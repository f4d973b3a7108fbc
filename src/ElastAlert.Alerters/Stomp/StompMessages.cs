using System.Globalization;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Writes the message of an alert.</summary>
internal sealed class StompMessages(IAlertTexts? texts, TimeProvider clock)
{
    /// <summary>Returns the message.</summary>
    public JsonObject Write(Alert alert)
    {
        var rule = alert.Rule;
        var last = alert.Matches[^1];
        return new JsonObject
        {
            ["rule"] = rule.Name,
            ["rule_file"] = rule.Source.File,
            // Of several matches, these two are about the last one, as in the reference.
            ["match"] = JsonNodes.Of(Key(rule, last.Fields) is { IsMissing: false } key ? key : Time(rule, last.Fields)),
            ["matching"] = texts?.MatchText(last) ?? alert.Body,
            ["alerts"] = JsonNodes.List(alert.Matches.Select(match => Headline(rule, match.Fields))),
            ["alertDate"] = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rule.Timestamp.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["body"] = alert.Body,
            ["matches"] = JsonNodes.List(alert.Matches.Select(static match => JsonNodes.Of(match.Fields))),
        };
    }

    private static string Headline(Rule rule, Document match) => Key(rule, match) is { IsMissing: false } key
        ? $"Alert for {rule.Name}, {key.ToText()} at {Time(rule, match).ToText()}:"
        : $"Rule {rule.Name} generated an alert at {Time(rule, match).ToText()}:";

    private static FieldValue Key(Rule rule, Document match) => rule.Query.QueryKey is { } name ? match.Find(name) : FieldValue.Missing;

    private static FieldValue Time(Rule rule, Document match) => match.Find(rule.Timestamp.Field);
}
