using ElastAlert.Values;

namespace ElastAlert.Alerters.Jira;

/// <summary>Writes the title of a ticket whose rule has no subject: what matched, when, and of how many events.</summary>
internal static class JiraSubject
{
    /// <summary>Returns the title.</summary>
    public static string Write(Rule rule, RuleMatch match) => WithoutTime(rule, match) + Time(rule, match) + Events(match);

    /// <summary>Returns the part of the title that all tickets about one thing share.</summary>
    public static string WithoutTime(Rule rule, RuleMatch match)
    {
        var key = rule.Query.QueryKey is { } name ? match.Fields.Find(name) : FieldValue.Missing;
        return key.IsEmpty ? $"ElastAlert: {rule.Name}" : $"ElastAlert: {key.ToText()} matched {rule.Name}";
    }

    // The time never has the rule's own pattern.
    private static string Time(Rule rule, RuleMatch match) => match.Fields.Find(rule.Timestamp.Field).IsMissing
        ? ""
        : $" - {PrettyTime.Format(match.Timestamp, rule.Timestamp with { PrettyFormat = null })}";

    private static string Events(RuleMatch match) =>
        match.Fields.Find("spike_count") is { IsEmpty: false } count ? $" - {count.ToText()}+ events" : "";
}
