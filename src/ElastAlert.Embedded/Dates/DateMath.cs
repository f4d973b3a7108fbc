using System.Globalization;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads moments such as <c>now-1d/d</c> and <c>2026-11-01||+1M</c>.</summary>
internal static class DateMath
{
    public static Moment Parse(string text, DateFormat format, DateResolution resolution, DateTimeOffset now)
    {
        if (text.StartsWith("now", StringComparison.Ordinal))
            return Apply(now.UtcDateTime, text.AsSpan(3), resolution);
        var anchorEnd = text.IndexOf("||", StringComparison.Ordinal);
        if (anchorEnd < 0)
            return format.Parse(text, resolution);
        var anchor = format.Parse(text[..anchorEnd], resolution with { RoundUp = false });
        return Apply(DateTime.UnixEpoch.AddTicks(anchor.Nanoseconds / 100), text.AsSpan(anchorEnd + 2), resolution);
    }

    private static Moment Apply(DateTime utc, ReadOnlySpan<char> steps, DateResolution resolution)
    {
        var local = Zones.ToLocal(utc, resolution.Zone);
        while (!steps.IsEmpty)
            local = ApplyStep(local, ref steps, resolution.RoundUp);
        var moment = Zones.ToUtc(local, resolution.Zone);
        return Moment.FromMilliseconds((moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
    }

    private static DateTime ApplyStep(DateTime local, ref ReadOnlySpan<char> steps, bool roundUp)
    {
        var operation = steps[0];
        var digits = 1;
        while (digits < steps.Length && char.IsAsciiDigit(steps[digits]))
            digits++;
        if (operation is not ('+' or '-' or '/') || digits == steps.Length || (operation == '/' && digits > 1))
            throw new ShardFailure(400, "parse_exception", $"operator not supported for date math [{steps}]");
        var count = digits > 1 ? int.Parse(steps[1..digits], CultureInfo.InvariantCulture) : 1;
        var unit = steps[digits];
        steps = steps[(digits + 1)..];
        if (operation != '/')
            return Add(local, unit, operation == '-' ? -count : count);
        var floor = Floor(local, unit);
        return roundUp ? Add(floor, unit, 1).AddMilliseconds(-1) : floor;
    }

    private static DateTime Add(DateTime local, char unit, int count) => unit switch
    {
        'y' => local.AddYears(count),
        'M' => local.AddMonths(count),
        'w' => local.AddDays(7 * count),
        'd' => local.AddDays(count),
        'h' or 'H' => local.AddHours(count),
        'm' => local.AddMinutes(count),
        's' => local.AddSeconds(count),
        _ => throw UnknownUnit(unit),
    };

    private static DateTime Floor(DateTime local, char unit) => unit switch
    {
        'y' => new DateTime(local.Year, 1, 1),
        'M' => new DateTime(local.Year, local.Month, 1),
        'w' => local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
        'd' => local.Date,
        'h' or 'H' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour)),
        'm' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)),
        's' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond)),
        _ => throw UnknownUnit(unit),
    };

    private static ShardFailure UnknownUnit(char unit) =>
        new(400, "parse_exception", $"unit [{unit}] not supported for date math");
}
