using System.Globalization;
using System.Text;

namespace ElastAlert.Values;

/// <summary>Writes moments by the patterns of <c>strftime</c>, with English names.</summary>
internal static class Strftime
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Returns a moment as the pattern says; an unknown directive stays as it is.</summary>
    /// <param name="moment">The moment, in the zone that is to be shown.</param>
    /// <param name="pattern">The pattern, such as <c>%Y-%m-%d</c>.</param>
    /// <param name="zoneName">What <c>%Z</c> shows.</param>
    public static string Format(DateTimeOffset moment, string pattern, string zoneName = "UTC")
    {
        var text = new StringBuilder(pattern.Length * 2);
        for (var place = 0; place < pattern.Length; place++)
        {
            if (pattern[place] != '%' || place + 1 == pattern.Length)
            {
                text.Append(pattern[place]);
                continue;
            }

            place++;
            var padded = pattern[place] != '-' || place + 1 == pattern.Length;
            if (!padded)
                place++;
            var value = pattern[place] == 'Z' ? zoneName : Directive(moment, pattern[place]);
            text.Append(value is null ? $"%{pattern[place]}" : padded ? value : WithoutPadding(value));
        }

        return text.ToString();
    }

    private static string? Directive(DateTimeOffset moment, char directive) => directive switch
    {
        'Y' => moment.Year.ToString("0000", Culture),
        'C' => (moment.Year / 100).ToString("00", Culture),
        'y' => (moment.Year % 100).ToString("00", Culture),
        'm' => moment.Month.ToString("00", Culture),
        'd' => moment.Day.ToString("00", Culture),
        'e' => moment.Day.ToString(Culture).PadLeft(2),
        'H' => moment.Hour.ToString("00", Culture),
        'I' => HourOfHalf(moment).ToString("00", Culture),
        'k' => moment.Hour.ToString(Culture).PadLeft(2),
        'l' => HourOfHalf(moment).ToString(Culture).PadLeft(2),
        'M' => moment.Minute.ToString("00", Culture),
        'S' => moment.Second.ToString("00", Culture),
        'f' => (moment.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond).ToString("000000", Culture),
        'p' => moment.Hour < 12 ? "AM" : "PM",
        'P' => moment.Hour < 12 ? "am" : "pm",
        'j' => moment.DayOfYear.ToString("000", Culture),
        'z' => Offset(moment.Offset),
        's' => new DateTimeOffset(moment.DateTime, TimeSpan.Zero).ToUnixTimeSeconds().ToString(Culture), // as if it were UTC, as Python does
        '%' => "%",
        'n' => "\n",
        't' => "\t",
        _ => Name(moment, directive) ?? Week(moment, directive) ?? Composite(moment, directive),
    };

    private static string? Name(DateTimeOffset moment, char directive) => directive switch
    {
        'a' => moment.ToString("ddd", Culture),
        'A' => moment.ToString("dddd", Culture),
        'b' or 'h' => moment.ToString("MMM", Culture),
        'B' => moment.ToString("MMMM", Culture),
        _ => null,
    };

    private static string? Week(DateTimeOffset moment, char directive)
    {
        var day = (int)moment.DayOfWeek;
        return directive switch
        {
            'w' => day.ToString(Culture),
            'u' => (day == 0 ? 7 : day).ToString(Culture),
            'U' => ((moment.DayOfYear + 6 - day) / 7).ToString("00", Culture),
            'W' => ((moment.DayOfYear + 6 - (day + 6) % 7) / 7).ToString("00", Culture),
            'V' => ISOWeek.GetWeekOfYear(moment.DateTime).ToString("00", Culture),
            'G' => ISOWeek.GetYear(moment.DateTime).ToString("0000", Culture),
            'g' => (ISOWeek.GetYear(moment.DateTime) % 100).ToString("00", Culture),
            _ => null,
        };
    }

    private static string? Composite(DateTimeOffset moment, char directive) => directive switch
    {
        'F' => Format(moment, "%Y-%m-%d"),
        'T' or 'X' => Format(moment, "%H:%M:%S"),
        'R' => Format(moment, "%H:%M"),
        'r' => Format(moment, "%I:%M:%S %p"),
        'D' or 'x' => Format(moment, "%m/%d/%y"),
        'c' => Format(moment, "%a %b %e %H:%M:%S %Y"),
        _ => null,
    };

    private static int HourOfHalf(DateTimeOffset moment) => (moment.Hour + 11) % 12 + 1;

    private static string Offset(TimeSpan offset) =>
        string.Create(Culture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");

    private static string WithoutPadding(string value)
    {
        var digits = value.TrimStart('0', ' ');
        return digits.Length == 0 || !char.IsAsciiDigit(digits[0]) ? value[^1..] : digits;
    }
}
