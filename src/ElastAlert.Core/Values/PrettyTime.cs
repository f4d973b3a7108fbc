namespace ElastAlert.Values;

/// <summary>Writes moments for people, as a rule wishes (rule-types.md 1.4): local or as they are, in the rule's own pattern.</summary>
public static class PrettyTime
{
    private const string DefaultPattern = "%Y-%m-%d %H:%M %Z";

    /// <summary>Returns a moment as the texts of a rule show it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="timestamp">What the rule says about moments.</param>
    public static string Format(DateTimeOffset moment, RuleTimestamp timestamp)
    {
        ArgumentNullException.ThrowIfNull(timestamp);
        var pattern = string.IsNullOrEmpty(timestamp.PrettyFormat) ? DefaultPattern : timestamp.PrettyFormat;
        if (!timestamp.UseLocalTime)
            return Strftime.Format(moment, pattern, moment.Offset == TimeSpan.Zero ? "UTC" : "");
        var local = TimeZoneInfo.ConvertTime(moment, timestamp.LocalTimeZone);
        return Strftime.Format(local, pattern, ZoneAbbreviation.Find(timestamp.LocalTimeZone, moment));
    }
}
