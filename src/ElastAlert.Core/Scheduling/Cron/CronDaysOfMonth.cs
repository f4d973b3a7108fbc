namespace ElastAlert.Scheduling.Cron;

/// <summary>Is a day-of-month field: numbers, the last day of the month (<c>L</c>), the weekday nearest to a day (<c>15W</c>).</summary>
internal sealed class CronDaysOfMonth
{
    private readonly CronValues _days;
    private readonly bool _lastDay;
    private readonly int? _nearestWeekdayTo;

    internal CronDaysOfMonth(IReadOnlyCollection<int> days, bool lastDay, bool isAny, int? nearestWeekdayTo)
    {
        _days = new CronValues(CronField.DayOfMonth, days);
        _lastDay = lastDay;
        IsAny = isAny;
        _nearestWeekdayTo = nearestWeekdayTo;
    }

    /// <summary>Gets whether every day is meant, so that the field restricts nothing.</summary>
    public bool IsAny { get; }

    /// <summary>Gets whether the field means a day relative to weekends.</summary>
    public bool IsNearestWeekday => _nearestWeekdayTo is not null;

    /// <summary>Returns whether the field allows a day.</summary>
    public bool Includes(DateOnly day)
    {
        var lastDay = DateTime.DaysInMonth(day.Year, day.Month);
        if (_nearestWeekdayTo is { } target)
            return day.Day == NearestWeekday(new DateOnly(day.Year, day.Month, Math.Min(target, lastDay)), lastDay);
        return IsAny || _days.Contains(day.Day) || (_lastDay && day.Day == lastDay);
    }

    private static int NearestWeekday(DateOnly target, int lastDay) => target.DayOfWeek switch
    {
        DayOfWeek.Saturday => target.Day > 1 ? target.Day - 1 : target.Day + 2,
        DayOfWeek.Sunday => target.Day < lastDay ? target.Day + 1 : target.Day - 2,
        _ => target.Day,
    };
}
