using System.Globalization;

namespace ElastAlert.Values;

/// <summary>
/// Reads moments whose form nobody has said: what <c>dateutil</c> makes of them, with the month before the day. Where it would fill in
/// today's year there is no moment, and a month or day that is not there is the first; an unknown name of a zone means UTC.
/// </summary>
internal sealed class FreeFormTime
{
    private const string Nothing = "";
    private const int MinutesOfDay = 24 * 60;
    private static readonly string[] Fillers = [" ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th"];
    private static readonly string[] Units = ["h", "hour", "hours", "m", "minute", "minutes", "s", "second", "seconds"];
    private static readonly DateTimeFormatInfo Names = DateTimeFormatInfo.InvariantInfo;

    private readonly IReadOnlyList<string> _tokens;
    private readonly FreeFormDate _date = new();
    private int _at;
    private int? _hour;
    private int _minute;
    private int _second;
    private int _microsecond;
    private bool _hasZone;
    private TimeSpan? _offset;

    private FreeFormTime(string text) => _tokens = FreeFormTokens.Of(text);

    /// <summary>Reads a text, all of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moment">The moment, with the offset as written.</param>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        var reader = new FreeFormTime(text);
        moment = default;
        while (reader._at < reader._tokens.Count)
        {
            if (!reader.ReadToken())
                return false;
            reader._at++;
        }

        return reader.TryBuild(out moment);
    }

    private string Token(int distance = 0) => _at + distance >= 0 && _at + distance < _tokens.Count ? _tokens[_at + distance] : Nothing;

    private bool ReadToken()
    {
        var token = Token();
        if (char.IsAsciiDigit(token[0]))
            return ReadNumber(token);
        if (PlaceOf(token, Names.DayNames, Names.AbbreviatedDayNames) > 0)
            return true;
        if (MonthOf(token) is > 0 and var month)
            return ReadMonth(month);
        if (IsHalf(token, out var isAfternoon))
            return _hour is <= 12 && SetHour(_hour.Value, isAfternoon);
        if (_hour is not null && !_hasZone && _offset is null && IsZone(token))
            return ReadZone(token);
        return _hour is not null && token is "+" or "-" ? ReadOffset(token == "+" ? 1 : -1) : IsFiller(token);
    }

    private bool ReadNumber(string token)
    {
        var (next, digits) = (Token(1), token.Length);
        var isWhole = !token.Contains('.', StringComparison.Ordinal);
        if (isWhole && _date.Count == 3 && digits is 2 or 4 && _hour is null && next != ":" && UnitOf(next) == 0)
            return SetTime(token[..2], digits == 4 ? token[2..] : "0", "0");
        if (digits == 6 || token.IndexOf('.', StringComparison.Ordinal) == 6)
            return isWhole && _date.Count == 0 ? _date.Add(token[..2]) && _date.Add(token[2..4]) && _date.Add(token[4..]) : SetTime(token[..2], token[2..4], token[4..]);
        if (digits is 8 or 12 or 14)
            return isWhole && ReadCompact(token);
        if (UnitOf(next) is > 0 and var unit)
            return Skip(1) && Set(unit, token);
        if (next == " " && UnitOf(Token(2)) is > 0 and var later)
            return Skip(2) && Set(later, token);
        if (UnitOf(Token(-1)) is > 0 and var before)
            return Set(before + 1, token);
        if (next == ":")
            return ReadClock(token);
        if (next is "-" or "/" or ".")
            return ReadDate(token, next);
        return ReadPart(token, next);
    }

    // 20261101, 202611010800 or 20261101080000
    private bool ReadCompact(string token) =>
        _date.Add(token[..4], DatePart.Year) && _date.Add(token[4..6]) && _date.Add(token[6..8])
        && (token.Length == 8 || SetTime(token[8..10], token[10..12], token.Length == 14 ? token[12..] : "0"));

    // 8:00, 8:00:00 or 8:00:00.5
    private bool ReadClock(string hour)
    {
        var (minute, second) = (Token(2), Token(3) == ":" ? Token(4) : Nothing);
        return Skip(second.Length > 0 ? 4 : 2) && SetTime(hour, minute, second.Length > 0 ? second : "0");
    }

    // 1-11-2026, 1/Nov/2026 or 2026-11
    private bool ReadDate(string first, string separator)
    {
        if (!_date.Add(first))
            return false;
        Skip(1);
        return Token(1) == Nothing || IsFiller(Token(1)) || (ReadDatePart() && (Token(1) != separator || (Skip(1) && ReadDatePart())));
    }

    private bool ReadDatePart()
    {
        Skip(1);
        return MonthOf(Token()) is > 0 and var month ? _date.AddMonth(month) : _date.Add(Token());
    }

    // 8 am, 8am, or a year, month or day
    private bool ReadPart(string token, string next)
    {
        if (IsHalf(next, out var isAfternoon) && NumberOf(token) is < 24 and var hour)
            return Skip(1) && SetHour(hour, isAfternoon);
        if (next != Nothing && !IsFiller(next))
            return _date.CouldBeDay(NumberOf(token)) && _date.Add(token);
        if (IsHalf(Token(2), out isAfternoon))
            return Skip(2) && SetHour(NumberOf(token), isAfternoon);
        return Skip(1) && _date.Add(NumberOf(token).ToString(CultureInfo.InvariantCulture));
    }

    // Nov, Nov-1 or Nov-1-2026
    private bool ReadMonth(int month)
    {
        if (!_date.AddMonth(month))
            return false;
        var separator = Token(1);
        return separator is not ("-" or "/") || (Skip(2) && _date.Add(Token()) && (Token(1) != separator || (Skip(2) && _date.Add(Token()))));
    }

    // After a name the sign says how far Greenwich is from there.
    private bool ReadZone(string token)
    {
        _hasZone = true;
        if (Token(1) is not ("+" or "-"))
            return true;
        _hasZone = token is not ("UTC" or "GMT" or "Z" or "z");
        return Skip(1) && ReadOffset(Token() == "+" ? -1 : 1);
    }

    private bool ReadOffset(int sign)
    {
        var hours = Token(1);
        if (hours.Length == 4)
            return Skip(1) && SetOffset(sign, hours[..2], hours[2..]);
        if (Token(2) == ":")
            return Skip(3) && SetOffset(sign, hours, Token());
        return hours.Length <= 2 && Skip(1) && SetOffset(sign, hours, "0");
    }

    private bool SetOffset(int sign, string hours, string minutes)
    {
        if (!TryRead(hours, out var hour) || !TryRead(minutes, out var minute) || (60L * hour) + minute >= MinutesOfDay)
            return false;
        _offset = sign * new TimeSpan(hour, minute, 0);
        return true;
    }

    private bool SetTime(string hour, string minute, string second) => Set(1, hour) && Set(2, minute) && (second == "0" || Set(3, second));

    private bool SetHour(int hour, bool isAfternoon)
    {
        _hour = hour == 12 && !isAfternoon ? 0 : hour < 12 && isAfternoon ? hour + 12 : hour;
        return true;
    }

    // Of hours (1) and minutes (2) a fraction goes to what is next smaller, of seconds (3) to microseconds.
    private bool Set(int unit, string token)
    {
        if (!decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value >= 100)
            return false;
        var (whole, fraction) = ((int)value, value % 1);
        switch (unit)
        {
            case 1: (_hour, _minute) = (whole, fraction > 0 ? (int)(fraction * 60) : _minute); break;
            case 2: (_minute, _second) = (whole, fraction > 0 ? (int)(fraction * 60) : _second); break;
            default: (_second, _microsecond) = (whole, (int)(fraction * 1_000_000)); break;
        }

        return unit <= 3;
    }

    private bool Skip(int tokens)
    {
        _at += tokens;
        return true;
    }

    private bool TryBuild(out DateTimeOffset moment)
    {
        moment = default;
        if (!_date.TryResolve(out var date) || _hour is > 23 || _minute > 59 || _second > 59)
            return false;
        var time = date.AddHours(_hour ?? 0).AddMinutes(_minute).AddSeconds(_second).AddMicroseconds(_microsecond);
        return IsoTime.TryCreate(time, _offset ?? TimeSpan.Zero, out moment);
    }

    private static bool IsFiller(string token) => Fillers.Contains(token, StringComparer.OrdinalIgnoreCase);

    private static bool IsZone(string token) => token.Length <= 5 && (token == "z" || token.All(char.IsAsciiLetterUpper));

    private static bool IsHalf(string token, out bool isAfternoon)
    {
        isAfternoon = token.StartsWith("p", StringComparison.OrdinalIgnoreCase);
        return token.ToUpperInvariant() is "A" or "AM" or "P" or "PM";
    }

    // 1 for hours, 2 for minutes, 3 for seconds, 0 for anything else.
    private static int UnitOf(string token) =>
        (Array.FindIndex(Units, unit => unit.Equals(token, StringComparison.OrdinalIgnoreCase)) + Units.Length / 3) / 3;

    private static int MonthOf(string token) =>
        token.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : PlaceOf(token, Names.MonthNames, Names.AbbreviatedMonthNames);

    private static int PlaceOf(string token, string[] names, string[] shortNames)
    {
        for (var place = 0; place < names.Length && token.Length > 0; place++)
        {
            if (token.Equals(names[place], StringComparison.OrdinalIgnoreCase) || token.Equals(shortNames[place], StringComparison.OrdinalIgnoreCase))
                return place + 1;
        }

        return 0;
    }

    private static int NumberOf(string token) =>
        decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? (int)number : int.MaxValue;

    private static bool TryRead(string token, out int number) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
