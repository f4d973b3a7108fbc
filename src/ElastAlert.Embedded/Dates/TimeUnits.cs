using System.Globalization;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads durations such as <c>30s</c>, <c>5m</c> or <c>-1h</c>.</summary>
internal static class TimeUnits
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("nanos", 0), ("micros", TimeSpan.TicksPerMicrosecond), ("ms", TimeSpan.TicksPerMillisecond), ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay),
    ];

    public static TimeSpan Parse(string text, string setting)
    {
        foreach (var (unit, ticks) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
                return TimeSpan.FromTicks(count * ticks);
        }

        throw RequestFailure.Illegal(
            $"failed to parse setting [{setting}] with value [{text}] as a time value: unit is missing or unrecognized");
    }
}
