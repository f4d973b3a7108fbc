using System.Globalization;
using System.Text;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads and writes what each letter of a date pattern stands for.</summary>
internal static class PatternElements
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    public static bool IsSupported(char letter, int count) => letter switch
    {
        'y' or 'u' => count is 2 or 4,
        'M' => count <= 4,
        'd' or 'H' or 'h' or 'm' or 's' => count <= 2,
        'D' => count <= 3,
        'S' => count <= 9,
        'a' => count == 1,
        'E' => count <= 4,
        'X' or 'x' => count <= 3,
        'Z' => count <= 3,
        _ => false,
    };

    public static bool TryRead(PatternElement element, ref ReadOnlySpan<char> text, ref DateFields fields) => element.Letter switch
    {
        PatternElement.Literal => TryReadLiteral(element.Text, ref text),
        'y' or 'u' when element.Count == 2 => TryReadShortYear(ref text, ref fields),
        'y' or 'u' => TryReadNumber(element, ref text, 4, out fields.Year),
        'M' when element.Count == 3 => TryReadName(Names.AbbreviatedMonthNames, ref text, out fields.Month),
        'M' when element.Count == 4 => TryReadName(Names.MonthNames, ref text, out fields.Month),
        'M' => TryReadNumber(element, ref text, 2, out fields.Month),
        'd' => TryReadNumber(element, ref text, 2, out fields.Day),
        'D' => TryReadNumber(element, ref text, 3, out fields.DayOfYear),
        'H' => TryReadNumber(element, ref text, 2, out fields.Hour),
        'h' => TryReadNumber(element, ref text, 2, out fields.HourOfHalfDay),
        'm' => TryReadNumber(element, ref text, 2, out fields.Minute),
        's' => TryReadNumber(element, ref text, 2, out fields.Second),
        'S' => TryReadFraction(element.Count, ref text, ref fields),
        'a' => TryReadHalf(ref text, ref fields),
        'E' => TryReadName(element.Count == 4 ? Names.DayNames : Names.AbbreviatedDayNames, ref text, out _),
        _ => TryReadOffset(element, ref text, ref fields),
    };

    public static void Append(PatternElement element, StringBuilder text, DateTime local, int nanos, TimeSpan offset) =>
        text.Append(element.Letter switch
        {
            PatternElement.Literal => element.Text,
            'y' or 'u' when element.Count == 2 => Number(local.Year % 100, 2),
            'y' or 'u' => Number(local.Year, element.Count),
            'M' when element.Count == 3 => Names.AbbreviatedMonthNames[local.Month - 1],
            'M' when element.Count == 4 => Names.MonthNames[local.Month - 1],
            'M' => Number(local.Month, element.Count),
            'd' => Number(local.Day, element.Count),
            'D' => Number(local.DayOfYear, element.Count),
            'H' => Number(local.Hour, element.Count),
            'h' => Number(local.Hour % 12 == 0 ? 12 : local.Hour % 12, element.Count),
            'm' => Number(local.Minute, element.Count),
            's' => Number(local.Second, element.Count),
            'S' => Number(nanos, 9)[..element.Count],
            'a' => local.Hour < 12 ? "AM" : "PM",
            'E' => (element.Count == 4 ? Names.DayNames : Names.AbbreviatedDayNames)[(int)local.DayOfWeek],
            'X' when offset == TimeSpan.Zero => "Z",
            'X' or 'x' when element.Count == 1 => FormatOffset(offset, colon: false)[..3],
            _ => FormatOffset(offset, colon: element.Letter != 'Z' && element.Count == 3),
        });

    public static string FormatOffset(TimeSpan offset, bool colon) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(colon ? @"hh\:mm" : "hhmm", CultureInfo.InvariantCulture);

    private static string Number(int value, int digits) => value.ToString("D" + digits, CultureInfo.InvariantCulture);

    private static bool TryReadLiteral(string literal, ref ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(literal))
            return false;
        text = text[literal.Length..];
        return true;
    }

    private static bool TryReadNumber(PatternElement element, ref ReadOnlySpan<char> text, int widest, out int? value)
    {
        var maximum = element.IsAdjacent || element.Count > 1 ? element.Count : widest;
        var length = CountDigits(text, maximum);
        value = length >= element.Count ? int.Parse(text[..length], CultureInfo.InvariantCulture) : null;
        text = text[length..];
        return value is not null;
    }

    private static bool TryReadShortYear(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (CountDigits(text, 2) < 2)
            return false;
        fields.Year = 2000 + int.Parse(text[..2], CultureInfo.InvariantCulture);
        text = text[2..];
        return true;
    }

    private static bool TryReadFraction(int count, ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (CountDigits(text, count) < count)
            return false;
        var value = int.Parse(text[..count], CultureInfo.InvariantCulture);
        for (var i = count; i < 9; i++)
            value *= 10;
        fields.Nanos = value;
        text = text[count..];
        return true;
    }

    private static bool TryReadHalf(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (text.Length < 2 || text[..2] is not ("AM" or "PM"))
            return false;
        fields.Afternoon = text[0] == 'P';
        text = text[2..];
        return true;
    }

    private static bool TryReadName(string[] names, ref ReadOnlySpan<char> text, out int? number)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0 || !text.StartsWith(names[i]))
                continue;
            number = i + 1;
            text = text[names[i].Length..];
            return true;
        }

        number = null;
        return false;
    }

    private static bool TryReadOffset(PatternElement element, ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        var length = OffsetLength(element, text);
        if (text.Length < length || !Zones.TryParseOffset(text[..length], out var offset))
            return false;
        fields.Offset = offset;
        text = text[length..];
        return true;
    }

    private static int OffsetLength(PatternElement element, ReadOnlySpan<char> text)
    {
        if (element.Letter == 'X' && text is ['Z', ..])
            return 1;
        if (element.Letter == 'Z' || element.Count == 2)
            return 5;
        return element.Count == 3 ? 6 : text.Length > 3 && char.IsAsciiDigit(text[3]) ? 5 : 3;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int maximum)
    {
        var length = 0;
        while (length < text.Length && length < maximum && char.IsAsciiDigit(text[length]))
            length++;
        return length;
    }
}
