using System.Globalization;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Reads and writes the times of the vectors, whose date is the first of January 2024 where they do not say.</summary>
internal static class Clock
{
    public static DateTimeOffset Day { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(string text) => text.Length > 12
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : Day + TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset moment)
    {
        var seconds = moment.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : moment.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff";
        var date = moment.Date == Day.Date ? "" : "yyyy-MM-ddT";
        return moment.ToString(date + seconds, CultureInfo.InvariantCulture);
    }
}
