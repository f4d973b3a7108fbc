using System.Globalization;

namespace ElastAlert.Querying;

/// <summary>Writes durations as the server does: <c>5m</c>.</summary>
internal static class FixedInterval
{
    private static readonly (TimeSpan Length, string Unit)[] Units =
    [
        (TimeSpan.FromDays(1), "d"),
        (TimeSpan.FromHours(1), "h"),
        (TimeSpan.FromMinutes(1), "m"),
        (TimeSpan.FromSeconds(1), "s"),
        (TimeSpan.FromMilliseconds(1), "ms"),
    ];

    /// <summary>Returns the duration in the largest unit that divides it.</summary>
    public static string Of(TimeSpan duration)
    {
        var (length, unit) = Array.Find(Units, unit => duration.Ticks % unit.Length.Ticks == 0);
        return (duration.Ticks / length.Ticks).ToString(CultureInfo.InvariantCulture) + unit;
    }
}
