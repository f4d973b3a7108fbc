using System.CommandLine.Parsing;
using System.Globalization;

namespace ElastAlert.Cli;

/// <summary>Reads durations and moments of the command line: <c>hours=4</c>, <c>2026-11-01T08:50:00Z</c>, <c>NOW</c> (engine.md 2.5, 4.8).</summary>
internal static class Period
{
    /// <summary>Returns the duration that an option names as <c>unit=integer</c>, or reports that it is none.</summary>
    public static TimeSpan? ParseDuration(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (TryParseDuration(text, out var duration))
            return duration;
        result.AddError(
            $"'{text}' is not a period: write UNIT=NUMBER with one of weeks, days, hours, minutes, seconds, milliseconds and a whole number, such as hours=4.");
        return null;
    }

    /// <summary>Reads <c>unit=integer</c>.</summary>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        duration = default;
        var parts = text.Split('=');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return false;
        TimeSpan? unit = parts[0] switch
        {
            "weeks" => TimeSpan.FromDays(7),
            "days" => TimeSpan.FromDays(1),
            "hours" => TimeSpan.FromHours(1),
            "minutes" => TimeSpan.FromMinutes(1),
            "seconds" => TimeSpan.FromSeconds(1),
            "milliseconds" => TimeSpan.FromMilliseconds(1),
            _ => null,
        };
        duration = unit is { } one && Math.Abs(number) <= TimeSpan.MaxValue.Ticks / one.Ticks ? one * number : default;
        return unit is not null;
    }

    /// <summary>Returns the moment that an option names, in ISO 8601 or as <c>NOW</c>, or reports that it is none.</summary>
    public static DateTimeOffset? ParseMoment(ArgumentResult result, TimeProvider time)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (text == "NOW")
            return time.GetUtcNow();
        if (Values.IsoTime.TryParse(text, out var moment))
            return moment.ToUniversalTime();
        result.AddError($"'{text}' is not a moment: write it in ISO 8601, such as 2026-11-01T08:50:00Z, or NOW.");
        return null;
    }
}
