using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Writes the moments in the texts about matches.</summary>
internal static class SummaryTimes
{
    /// <summary>Returns the moment of a match.</summary>
    public static string At(Rule rule, Document match) => Format(rule, match, TimeSpan.Zero);

    /// <summary>Returns the moment that lies the timeframe of the rule before a match.</summary>
    public static string Before(Rule rule, Document match) => Format(rule, match, rule.Schedule.Timeframe ?? TimeSpan.Zero);

    private static string Format(Rule rule, Document match, TimeSpan age)
    {
        var text = match.Find(rule.Timestamp.Field).ToText();
        return IsoTime.TryParse(text, out var moment) ? PrettyTime.Format(moment - age, rule.Timestamp) : text;
    }
}
