using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ElastAlert.Values;

/// <summary>
/// Reads moments in a strftime pattern, as Python's <c>strptime</c> does with the C locale; without a zone they are UTC. Beyond Python it
/// knows <c>%F</c>, <c>%T</c>, <c>%R</c> and <c>%D</c>.
/// </summary>
internal sealed class Strptime
{
    private const string Clock = "%H:%M:%S";
    private const string ShortDate = "%m/%d/%y";

    private static readonly DateTimeFormatInfo Names = DateTimeFormatInfo.InvariantInfo;

    // null where the pattern has a directive that nobody knows.
    private readonly Regex? _text;

    /// <summary>Creates a reader.</summary>
    /// <param name="pattern">The pattern, such as <c>%Y-%m-%d</c>.</param>
    public Strptime(string pattern) =>
        _text = ExpressionOf(pattern) is { } expression ? new Regex(@"\A" + expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) : null;

    /// <summary>Reads a text, all of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moment">The moment.</param>
    public bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        return _text?.Match(text) is { Success: true } match && match.Length == text.Length && TryBuild(match, out moment);
    }

    private static string? ExpressionOf(string pattern)
    {
        var expression = new StringBuilder();
        for (var place = 0; place < pattern.Length; place++)
        {
            if (pattern[place] == '%')
            {
                if (place + 1 == pattern.Length || DirectiveOf(pattern[++place]) is not { } directive)
                    return null;
                expression.Append(directive);
            }
            else if (!char.IsWhiteSpace(pattern[place]))
            {
                expression.Append(Regex.Escape(pattern[place..(place + 1)]));
            }
            else if (place == 0 || !char.IsWhiteSpace(pattern[place - 1]))
            {
                expression.Append(@"\s+");
            }
        }

        return expression.ToString();
    }

    private static string? DirectiveOf(char directive) => directive switch
    {
        '%' => "%",
        'c' => ExpressionOf("%a %b %d %H:%M:%S %Y"),
        'x' or 'D' => ExpressionOf(ShortDate),
        'X' or 'T' => ExpressionOf(Clock),
        'F' => ExpressionOf("%Y-%m-%d"),
        'R' => ExpressionOf("%H:%M"),
        _ => ContentOf(directive) is { } content ? $"(?<{directive}>{content})" : null,
    };

    private static string? ContentOf(char directive) => directive switch
    {
        'd' => "3[0-1]|[1-2][0-9]|0[1-9]|[1-9]| [1-9]",
        'f' => "[0-9]{1,6}",
        'H' => "2[0-3]|[0-1][0-9]|[0-9]",
        'I' or 'm' => "1[0-2]|0[1-9]|[1-9]",
        'j' => "36[0-6]|3[0-5][0-9]|[1-2][0-9][0-9]|0[1-9][0-9]|00[1-9]|[1-9][0-9]|0[1-9]|[1-9]",
        'M' => "[0-5][0-9]|[0-9]",
        'S' => "6[0-1]|[0-5][0-9]|[0-9]",
        'U' or 'W' => "5[0-3]|[0-4][0-9]|[0-9]",
        'V' => "5[0-3]|0[1-9]|[1-4][0-9]|[0-9]",
        'w' => "[0-6]",
        'u' => "[1-7]",
        'y' => "[0-9]{2}",
        'Y' or 'G' => "[0-9]{4}",
        'z' => @"[+-][0-9]{2}:?[0-5][0-9](?::?[0-5][0-9](?:\.[0-9]{1,6})?)?|(?-i:Z)",
        'Z' => "UTC|GMT",
        'p' => "AM|PM",
        'a' => OneOf(Names.AbbreviatedDayNames),
        'A' => OneOf(Names.DayNames),
        'b' => OneOf(Names.AbbreviatedMonthNames),
        'B' => OneOf(Names.MonthNames),
        _ => null,
    };

    private static string OneOf(string[] names) => string.Join('|', names.Where(static name => name.Length > 0).OrderByDescending(static name => name.Length));

    private static bool TryBuild(Match match, out DateTimeOffset moment)
    {
        moment = default;
        if (DateOf(match) is not { } date || NumberOf(match, "S") is > 59)
            return false;
        var microseconds = match.Groups["f"] is { Success: true } fraction ? int.Parse(fraction.ValueSpan.ToString().PadRight(6, '0'), CultureInfo.InvariantCulture) : 0;
        var time = new TimeSpan(HourOf(match), NumberOf(match, "M") ?? 0, NumberOf(match, "S") ?? 0) + TimeSpan.FromMicroseconds(microseconds);
        return IsoTime.TryCreate(date + time, OffsetOf(match), out moment);
    }

    // A day of the year, and a weekday with the number of its week, say more than month and day.
    private static DateTime? DateOf(Match match)
    {
        var year = NumberOf(match, "Y") ?? (NumberOf(match, "y") is { } twoDigits ? twoDigits + (twoDigits < 69 ? 2000 : 1900) : 1900);
        var (month, day) = (MonthOf(match), NumberOf(match, "d") ?? 1);
        var (isoYear, isoWeek, weekday) = (NumberOf(match, "G"), NumberOf(match, "V"), WeekdayOf(match));
        if (isoYear is null != isoWeek is null || (isoYear is not null && weekday is null) || year < 1)
            return null;
        if (isoYear is { } weekYear)
            return isoWeek is > 0 && isoWeek <= ISOWeek.GetWeeksInYear(weekYear) && weekYear is > 1 and < 9999 ? ISOWeek.ToDateTime(weekYear, isoWeek.Value, (DayOfWeek)((weekday!.Value + 1) % 7)) : null;
        if (NumberOf(match, "j") is { } dayOfYear)
            return DayOf(year, dayOfYear - 1);
        if (weekday is not null && (NumberOf(match, "U") ?? NumberOf(match, "W")) is { } week)
            return DateOf(year, week, weekday.Value, startsOnSunday: match.Groups["U"].Success);
        return day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
    }

    // Weeks are counted from the first Monday or Sunday of the year; before it is week 0.
    private static DateTime? DateOf(int year, int week, int weekday, bool startsOnSunday)
    {
        var shift = startsOnSunday ? 1 : 0;
        var first = ((int)new DateTime(year, 1, 1).DayOfWeek + 6 + shift) % 7;
        var daysBefore = ((7 - first) % 7) + (7 * (week - 1));
        return DayOf(year, (week == 0 ? -first : daysBefore) + ((weekday + shift) % 7));
    }

    // The first and the last year have no days beyond them.
    private static DateTime? DayOf(int year, int daysAfterFirst)
    {
        var day = new DateOnly(year, 1, 1).DayNumber + daysAfterFirst;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue) : null;
    }

    private static int MonthOf(Match match)
    {
        if (match.Groups["b"] is { Success: true } abbreviated)
            return PlaceOf(abbreviated, Names.AbbreviatedMonthNames) + 1;
        return match.Groups["B"] is { Success: true } name ? PlaceOf(name, Names.MonthNames) + 1 : NumberOf(match, "m") ?? 1;
    }

    // From 0 for Monday.
    private static int? WeekdayOf(Match match)
    {
        if (match.Groups["a"] is { Success: true } abbreviated)
            return (PlaceOf(abbreviated, Names.AbbreviatedDayNames) + 6) % 7;
        if (match.Groups["A"] is { Success: true } name)
            return (PlaceOf(name, Names.DayNames) + 6) % 7;
        return (NumberOf(match, "w") + 6) % 7 ?? NumberOf(match, "u") - 1;
    }

    private static int PlaceOf(Group group, string[] names) => Array.FindIndex(names, name => name.Equals(group.Value, StringComparison.OrdinalIgnoreCase));

    private static int HourOf(Match match)
    {
        if (NumberOf(match, "I") is not { } hour)
            return NumberOf(match, "H") ?? 0;
        return (hour % 12) + (match.Groups["p"].Value.StartsWith("P", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
    }

    private static TimeSpan OffsetOf(Match match)
    {
        var text = match.Groups["z"].Value;
        if (text is not ['+' or '-', ..])
            return TimeSpan.Zero;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var offset = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..4], CultureInfo.InvariantCulture), 0);
        if (digits.Length > 4)
            offset += TimeSpan.FromSeconds(double.Parse(digits[4..], CultureInfo.InvariantCulture));
        return text[0] == '-' ? -offset : offset;
    }

    private static int? NumberOf(Match match, string directive) =>
        match.Groups[directive] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) : null;
}
