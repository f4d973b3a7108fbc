using System.Globalization;

namespace ElastAlert.Values;

/// <summary>Writes and reads moments as ElastAlert does: ISO 8601 with microseconds (rule-types.md 1.4, engine.md 2.6).</summary>
public static class IsoTime
{
    /// <summary>The greatest number of characters of a moment.</summary>
    internal const int MaxLength = 33;

    private const int LengthOfSeconds = 19;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);
    private static readonly string[] IsoFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    /// <summary>Returns a moment cut to microseconds, which is the resolution of everything that is compared.</summary>
    /// <param name="moment">The moment.</param>
    public static DateTimeOffset Truncate(DateTimeOffset moment) =>
        moment.Ticks % TicksPerMicrosecond == 0 ? moment : moment.AddTicks(-(moment.Ticks % TicksPerMicrosecond));

    /// <summary>
    /// Returns <c>yyyy-MM-ddTHH:mm:ss</c>, a fraction of three or six digits where there is one, and <c>Z</c> or the offset; with an
    /// offset other than zero the fraction has six digits.
    /// </summary>
    /// <param name="moment">The moment.</param>
    public static string Format(DateTimeOffset moment)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Format(moment, text)]);
    }

    /// <summary>Writes a moment into memory that has room for <see cref="MaxLength"/> characters.</summary>
    /// <returns>The number of characters.</returns>
    internal static int Format(DateTimeOffset moment, Span<char> text)
    {
        // The round-trip form is the one that the platform writes fastest: yyyy-MM-ddTHH:mm:ss.fffffff+00:00.
        moment.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        var microseconds = moment.Ticks % TimeSpan.TicksPerSecond / TicksPerMicrosecond;
        var isUtc = moment.Offset == TimeSpan.Zero;
        var length = microseconds == 0 ? LengthOfSeconds : isUtc && microseconds % 1000 == 0 ? LengthOfSeconds + 4 : LengthOfSeconds + 7;
        if (isUtc)
        {
            text[length] = 'Z';
            return length + 1;
        }

        text[^6..].CopyTo(text[length..]);
        return length + 6;
    }

    /// <summary>
    /// Reads a moment: ISO 8601, else any form that ElastAlert reads. Without a zone it is UTC, more than six digits of a fraction are cut off,
    /// a lone date is midnight, and of two numbers the first is the month.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="moment">The moment, with the offset as written.</param>
    /// <returns>Whether the text is a moment.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset moment)
    {
        text = text.Trim();
        if (!DateTimeOffset.TryParseExact(text, IsoFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
            && !FreeFormTime.TryParse(text.ToString(), out moment))
        {
            return false;
        }

        moment = Truncate(moment);
        return true;
    }

    /// <summary>Returns the moment of a local time; with an offset that the platform does not know, as UTC.</summary>
    /// <param name="local">The local time.</param>
    /// <param name="offset">How far it is ahead of UTC.</param>
    /// <param name="moment">The moment.</param>
    /// <returns>Whether there is such a moment.</returns>
    internal static bool TryCreate(DateTime local, TimeSpan offset, out DateTimeOffset moment)
    {
        moment = default;
        var utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
            return false;
        moment = new DateTimeOffset(utcTicks, TimeSpan.Zero);
        if (offset.Duration() <= LargestOffset && offset.Ticks % TimeSpan.TicksPerMinute == 0)
            moment = moment.ToOffset(offset);
        return true;
    }

    /// <summary>Returns a duration as Python shows it: <c>0:05:00</c>, <c>1 day, 2:00:00</c>, with <c>.ffffff</c> where there is a fraction.</summary>
    /// <param name="duration">The duration.</param>
    public static string FormatDuration(TimeSpan duration)
    {
        var days = (long)Math.Floor(duration.TotalDays);
        var rest = duration - TimeSpan.FromDays(days);
        var fraction = rest.Ticks % TimeSpan.TicksPerSecond / TicksPerMicrosecond;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{rest.Hours}:{rest.Minutes:00}:{rest.Seconds:00}");
        if (fraction != 0)
            clock += string.Create(CultureInfo.InvariantCulture, $".{fraction:000000}");
        return days == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{days} day{(Math.Abs(days) == 1 ? "" : "s")}, {clock}");
    }
}
