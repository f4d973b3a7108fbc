using System.Globalization;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads ISO dates whose time is optional, in any precision: <c>strict_date_optional_time</c> and its relatives.</summary>
internal sealed class IsoPattern(bool strict, bool writesNanos) : IDatePattern
{
    public bool TryParse(ReadOnlySpan<char> text, DateResolution resolution, out Moment moment)
    {
        var fields = default(DateFields);
        moment = default;
        return TryReadDate(ref text, ref fields) && TryReadTime(ref text, ref fields) && text.IsEmpty
            && fields.TryResolve(resolution, out moment);
    }

    public string Format(Moment moment, TimeZoneInfo zone)
    {
        var utc = moment.ToUtc();
        var local = Zones.ToLocal(utc, zone);
        var offset = local - utc;
        var fraction = writesNanos && moment.Nanos % 1_000_000 != 0
            ? moment.Nanos.ToString("D9", CultureInfo.InvariantCulture)
            : (moment.Nanos / 1_000_000).ToString("D3", CultureInfo.InvariantCulture);
        var suffix = offset == TimeSpan.Zero ? "Z" : PatternElements.FormatOffset(offset, colon: true);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd'T'HH:mm:ss}.{fraction}{suffix}");
    }

    private bool TryReadDate(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (!TryReadNumber(ref text, strict ? 4 : 1, 4, out fields.Year))
            return false;
        if (!TryReadChar(ref text, '-'))
            return true;
        if (!TryReadNumber(ref text, strict ? 2 : 1, 2, out fields.Month))
            return false;
        return !TryReadChar(ref text, '-') || TryReadNumber(ref text, strict ? 2 : 1, 2, out fields.Day);
    }

    private bool TryReadTime(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (!TryReadChar(ref text, 'T'))
            return true;
        if (text.IsEmpty)
            return fields.Day is not null;
        var digits = strict ? 2 : 1;
        if (!TryReadNumber(ref text, digits, 2, out fields.Hour))
            return false;
        if (TryReadChar(ref text, ':') && !TryReadNumber(ref text, digits, 2, out fields.Minute))
            return false;
        if (fields.Minute is not null && TryReadChar(ref text, ':') && !TryReadNumber(ref text, digits, 2, out fields.Second))
            return false;
        if (fields.Second is not null && (TryReadChar(ref text, '.') || TryReadChar(ref text, ',')) && !TryReadFraction(ref text, ref fields))
            return false;
        return TryReadZone(ref text, ref fields);
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        if (length is 0 or > 9)
            return false;
        var value = int.Parse(text[..length], CultureInfo.InvariantCulture);
        for (var i = length; i < 9; i++)
            value *= 10;
        fields.Nanos = value;
        text = text[length..];
        return true;
    }

    private static bool TryReadZone(ref ReadOnlySpan<char> text, ref DateFields fields)
    {
        if (text.IsEmpty)
            return true;
        if (Zones.TryParseOffset(text, out var offset))
        {
            fields.Offset = offset;
        }
        else if (char.IsAsciiLetter(text[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(text.ToString(), out var zone))
        {
            fields.Zone = zone;
        }
        else
        {
            return false;
        }

        text = [];
        return true;
    }

    private static bool TryReadChar(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> text, int minimum, int maximum, out int? value)
    {
        var length = 0;
        var number = 0;
        while (length < text.Length && length < maximum && char.IsAsciiDigit(text[length]))
            number = (number * 10) + (text[length++] - '0');
        value = number;
        text = text[length..];
        return length >= minimum;
    }
}
