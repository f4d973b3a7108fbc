namespace ElastAlert.Scheduling.Cron;

/// <summary>Is a day-of-week field: numbers, or the nth such weekday of the month (<c>mon#2</c>, and <c>L5</c> for the last).</summary>
internal sealed class CronDaysOfWeek
{
    /// <summary>Stands for the last such weekday of a month.</summary>
    public const int Last = 0;

    private readonly CronValues _days;
    private readonly IReadOnlyCollection<(int Weekday, int Ordinal)> _ordinals;

    internal CronDaysOfWeek(IReadOnlyCollection<int> days, bool isAny, IReadOnlyCollection<(int Weekday, int Ordinal)> ordinals)
    {
        _days = new CronValues(CronField.DayOfWeek, days);
        IsAny = isAny;
        _ordinals = ordinals;
    }

    /// <summary>Gets whether every weekday is meant, so that the field restricts nothing.</summary>
    public bool IsAny { get; }

    /// <summary>Gets whether the field means weekdays by their place in the month.</summary>
    public bool HasOrdinals => _ordinals.Count > 0;

    /// <summary>Returns whether the field allows a day.</summary>
    public bool Includes(DateOnly day)
    {
        if (HasOrdinals)
            return _ordinals.Any(ordinal => IsOrdinal(day, ordinal.Weekday, ordinal.Ordinal));
        return IsAny || _days.Contains((int)day.DayOfWeek);
    }

    private static bool IsOrdinal(DateOnly day, int weekday, int ordinal)
    {
        if ((int)day.DayOfWeek != weekday)
            return false;
        return ordinal == Last
            ? day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month)
            : ordinal == ((day.Day - 1) / 7) + 1;
    }
}
