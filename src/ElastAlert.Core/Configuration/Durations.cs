using System.Globalization;

namespace ElastAlert.Configuration;

/// <summary>Reads durations of files: <c>{hours: 1, minutes: 30}</c>.</summary>
internal static class Durations
{
    private static readonly Dictionary<string, long> TicksOf = new(StringComparer.Ordinal)
    {
        ["weeks"] = 7 * TimeSpan.TicksPerDay,
        ["days"] = TimeSpan.TicksPerDay,
        ["hours"] = TimeSpan.TicksPerHour,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
    };

    public static IReadOnlyCollection<string> Units => TicksOf.Keys;

    /// <summary>Reads the sum of the members of a mapping; members other than units are left out.</summary>
    /// <returns>The duration, or <see langword="null"/> when a number is not one or the sum is too large.</returns>
    public static TimeSpan? Read(OptionMap members)
    {
        var ticks = 0m;
        foreach (var (unit, ticksOfUnit) in TicksOf.Append(new("microseconds", TimeSpan.TicksPerMicrosecond)))
        {
            if (!members.TryGetValue(unit, out var value))
                continue;
            if (Number(value) is not { } number)
                return null;
            ticks += Math.Clamp(number, -1e15m, 1e15m) * ticksOfUnit;
        }

        var whole = Math.Round(ticks / TimeSpan.TicksPerMicrosecond) * TimeSpan.TicksPerMicrosecond;
        return Math.Abs(whole) <= TimeSpan.MaxValue.Ticks - TimeSpan.TicksPerMicrosecond ? TimeSpan.FromTicks((long)whole) : null;
    }

    /// <summary>Writes a duration as people write it: <c>1d 02:00:00</c>.</summary>
    public static string Text(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    private static decimal? Number(OptionValue value) => value.Value switch
    {
        long whole => whole,
        double real when Math.Abs(real) < 1e15 => (decimal)real,
        double or System.Numerics.BigInteger => 1e15m,
        _ => null,
    };
}
