using System.Globalization;

namespace ElastAlert.Values;

/// <summary>Finds out which of up to three numbers is the year, which the month and which the day.</summary>
internal sealed class FreeFormDate
{
    // Two digits mean a year within half a century of this one.
    private const int LastShortYear = 75;

    private readonly List<int> _members = [];
    private readonly Dictionary<DatePart, int> _places = [];
    private bool _hasCentury;

    /// <summary>Gets how many numbers there are.</summary>
    public int Count => _members.Count;

    /// <summary>Adds a number as it was written; one that cannot be anything else is the year.</summary>
    /// <param name="token">The number.</param>
    /// <param name="part">What it is, where that is known.</param>
    /// <returns>Whether it fits in.</returns>
    public bool Add(string token, DatePart part = DatePart.Unknown)
    {
        if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (token.Length <= 2)
            return Add(number, part);
        _hasCentury = true;
        return Add(number, DatePart.Year);
    }

    /// <summary>Adds a month that was named.</summary>
    /// <param name="month">The month.</param>
    /// <returns>Whether it fits in.</returns>
    public bool AddMonth(int month) => Add(month, DatePart.Month);

    /// <summary>Returns whether a number can be the day.</summary>
    /// <param name="number">The number.</param>
    public bool CouldBeDay(int number)
    {
        var month = PlaceOf(DatePart.Month) is >= 0 and var place ? _members[place] : 1;
        return PlaceOf(DatePart.Day) < 0 && number >= 1 && number <= DateTime.DaysInMonth(2000, month);
    }

    /// <summary>Returns the date.</summary>
    /// <param name="date">The date, whose month or day is the first where there is none.</param>
    /// <returns>Whether there is a year and a date.</returns>
    public bool TryResolve(out DateTime date)
    {
        date = default;
        if (Count is 0 or > 3 || Order() is not { } order)
            return false;
        var year = MemberOf(order, DatePart.Year) ?? -1;
        if (year is >= 0 and < 100 && !_hasCentury)
            year += year <= LastShortYear ? 2000 : 1900;
        var (month, day) = (MemberOf(order, DatePart.Month) ?? 1, MemberOf(order, DatePart.Day) ?? 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateTime(year, month, day);
        return true;
    }

    private bool Add(int number, DatePart part)
    {
        if (part != DatePart.Unknown && !_places.TryAdd(part, Count))
            return false;
        _members.Add(number);
        return true;
    }

    private int PlaceOf(DatePart part) => _places.GetValueOrDefault(part, -1);

    private int? MemberOf(DatePart[] order, DatePart part) => Array.IndexOf(order, part) is >= 0 and var place ? _members[place] : null;

    private DatePart[]? Order()
    {
        if (_places.Count == Count || (Count == 3 && _places.Count == 2))
            return KnownOrder();
        return Count switch
        {
            1 => [_members[0] > 31 ? DatePart.Year : DatePart.Day],
            2 when PlaceOf(DatePart.Month) is >= 0 and var place => OrderBeside(place),
            2 when _members[0] > 31 => [DatePart.Year, DatePart.Month],
            2 when _members[1] > 31 => [DatePart.Month, DatePart.Year],
            2 => [DatePart.Month, DatePart.Day],
            _ => OrderOfThree(),
        };
    }

    // Of three members of which two are known so is the third.
    private DatePart[] KnownOrder()
    {
        var order = new DatePart[Count];
        foreach (var (part, place) in _places)
            order[place] = part;
        if (Array.IndexOf(order, DatePart.Unknown) is >= 0 and var unknown)
            order[unknown] = Enum.GetValues<DatePart>().Except(order).Single();
        return order;
    }

    private DatePart[] OrderBeside(int month)
    {
        var other = _members[1 - month] > 31 ? DatePart.Year : DatePart.Day;
        return month == 0 ? [DatePart.Month, other] : [other, DatePart.Month];
    }

    private DatePart[] OrderOfThree() => PlaceOf(DatePart.Month) switch
    {
        0 => _members[1] > 31 ? [DatePart.Month, DatePart.Year, DatePart.Day] : [DatePart.Month, DatePart.Day, DatePart.Year],
        1 => _members[0] > 31 ? [DatePart.Year, DatePart.Month, DatePart.Day] : [DatePart.Day, DatePart.Month, DatePart.Year],
        2 => _members[1] > 31 ? [DatePart.Day, DatePart.Year, DatePart.Month] : [DatePart.Year, DatePart.Day, DatePart.Month],
        _ when _members[0] > 31 || PlaceOf(DatePart.Year) == 0 => [DatePart.Year, DatePart.Month, DatePart.Day],
        _ => _members[0] > 12 ? [DatePart.Day, DatePart.Month, DatePart.Year] : [DatePart.Month, DatePart.Day, DatePart.Year],
    };
}
