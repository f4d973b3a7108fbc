using System.Globalization;

namespace ElastAlert.Values;

/// <summary>Reads moments in a strftime pattern, as Python's <c>strptime</c> does with the C locale; without a zone they are UTC.</summary>
internal ref struct Strptime
{
    private ReadOnlySpan<char> _rest;
    private int _year = 1900;
    private int _month = 1;
    private int _day = 1;
    private int _dayOfYear;
    private int _hour;
    private int _minute;
    private int _second;
    private int _microsecond;
    private bool? _isAfternoon;
    private TimeSpan _offset;

    private Strptime(ReadOnlySpan<char> text) => _rest = text;

    /// <summary>Reads a text, all of it.</summary>
    public static bool TryParse(string pattern, string text, out DateTimeOffset moment)
    {
        var parser = new Strptime(text);
        moment = default;
        return parser.Read(pattern) && parser._rest.IsEmpty && parser.TryBuild(out moment);
    }

    private bool Read(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var isRead = pattern[at] == '%' && at + 1 < pattern.Length ? ReadDirective(pattern[++at]) : ReadLiteral(pattern[at]);
            if (!isRead)
                return false;
        }

        return true;
    }

    private bool ReadLiteral(char literal)
    {
        if (char.IsWhiteSpace(literal))
        {
            var trimmed = _rest.TrimStart();
            var isRead = trimmed.Length < _rest.Length;
            _rest = trimmed;
            return isRead;
        }

        return Take(literal);
    }

    private bool ReadDirective(char directive) => directive switch
    {
        'Y' => ReadNumber(4, 4, out _year),
        'y' => ReadNumber(2, 2, out _year) && SetCentury(),
        'm' => ReadNumber(1, 2, out _month),
        'd' => SkipBlank() && ReadNumber(1, 2, out _day),
        'j' => ReadNumber(1, 3, out _dayOfYear),
        'H' => ReadNumber(1, 2, out _hour),
        'I' => ReadNumber(1, 2, out _hour) && _hour is >= 1 and <= 12,
        'M' => ReadNumber(1, 2, out _minute),
        'S' => ReadNumber(1, 2, out _second),
        'f' => ReadFraction(),
        'p' => ReadHalf(),
        'z' => ReadOffset(),
        'Z' => ReadName(["UTC", "GMT"], out _),
        'a' => ReadName(DateTimeFormatInfo.InvariantInfo.AbbreviatedDayNames, out _),
        'A' => ReadName(DateTimeFormatInfo.InvariantInfo.DayNames, out _),
        'b' => ReadName(DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames, out _month),
        'B' => ReadName(DateTimeFormatInfo.InvariantInfo.MonthNames, out _month),
        'w' or 'u' => ReadNumber(1, 1, out _),
        'U' or 'W' or 'V' => ReadNumber(1, 2, out _),
        'c' => Read("%a %b %d %H:%M:%S %Y"),
        'D' or 'x' => Read("%m/%d/%y"),
        'F' => Read("%Y-%m-%d"),
        'T' or 'X' => Read("%H:%M:%S"),
        'R' => Read("%H:%M"),
        '%' => Take('%'),
        _ => false,
    };

    private bool Take(char expected)
    {
        if (_rest.IsEmpty || char.ToLowerInvariant(_rest[0]) != char.ToLowerInvariant(expected))
            return false;
        _rest = _rest[1..];
        return true;
    }

    private bool SkipBlank()
    {
        if (_rest.StartsWith(' '))
            _rest = _rest[1..];
        return true;
    }

    private bool ReadNumber(int least, int most, out int value)
    {
        var length = Digits(most);
        value = length == 0 ? 0 : int.Parse(_rest[..length], CultureInfo.InvariantCulture);
        _rest = _rest[length..];
        return length >= least;
    }

    private readonly int Digits(int most)
    {
        var length = 0;
        while (length < most && length < _rest.Length && char.IsAsciiDigit(_rest[length]))
            length++;
        return length;
    }

    private bool SetCentury()
    {
        _year += _year < 69 ? 2000 : 1900;
        return true;
    }

    private bool ReadFraction()
    {
        var length = Digits(6);
        if (length == 0)
            return false;
        _microsecond = int.Parse(_rest[..length], CultureInfo.InvariantCulture) * (int)Math.Pow(10, 6 - length);
        _rest = _rest[length..];
        return true;
    }

    private bool ReadHalf()
    {
        if (!ReadName(["AM", "PM"], out var half))
            return false;
        _isAfternoon = half == 2;
        return true;
    }

    private bool ReadOffset()
    {
        if (Take('Z'))
            return true;
        var sign = _rest is ['+', ..] ? 1 : _rest is ['-', ..] ? -1 : 0;
        if (sign == 0)
            return false;
        _rest = _rest[1..];
        if (!ReadNumber(2, 2, out var hours))
            return false;
        _ = Take(':');
        if (!ReadNumber(2, 2, out var minutes) || hours > 14)
            return false;
        _offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    private bool ReadName(scoped ReadOnlySpan<string> names, out int number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            var name = names[number - 1];
            if (name.Length == 0 || !_rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            _rest = _rest[name.Length..];
            return true;
        }

        return false;
    }

    private readonly bool TryBuild(out DateTimeOffset moment)
    {
        moment = default;
        if (_year < 1 || _month is < 1 or > 12 || _day < 1 || _day > DateTime.DaysInMonth(_year, _month) || _hour > 23 || _minute > 59 || _second > 59)
            return false;
        var hour = _isAfternoon is { } isAfternoon ? _hour % 12 + (isAfternoon ? 12 : 0) : _hour;
        var date = _dayOfYear > 0 ? new DateTime(_year, 1, 1).AddDays(_dayOfYear - 1) : new DateTime(_year, _month, _day);
        moment = new DateTimeOffset(date.Add(new TimeSpan(hour, _minute, _second)), _offset).AddMicroseconds(_microsecond);
        return true;
    }
}
