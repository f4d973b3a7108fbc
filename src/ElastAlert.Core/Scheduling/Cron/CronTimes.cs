namespace ElastAlert.Scheduling.Cron;

/// <summary>Says which years, months and times of day a schedule has; which days, says <see cref="CronDayRule"/>.</summary>
internal sealed class CronTimes
{
    private readonly CronValues _minutes;
    private readonly CronValues _hours;
    private readonly CronValues _months;
    private readonly CronValues? _seconds;
    private readonly CronValues? _years;

    internal CronTimes(CronValues minutes, CronValues hours, CronValues months, CronValues? seconds, CronValues? years)
    {
        _minutes = minutes;
        _hours = hours;
        _months = months;
        _seconds = seconds;
        _years = years;
    }

    /// <summary>Gets a year from which every schedule that can fire does so within the span that is searched.</summary>
    public int FirstYear => _years is null ? 2000 : FirstListedYear(_years);

    /// <summary>Returns whether the schedule has dates in a year.</summary>
    public bool HasYear(int year) => _years is null || _years.Contains(year);

    /// <summary>Returns whether the schedule has dates in a month.</summary>
    public bool HasMonth(int month) => _months.Contains(month);

    /// <summary>Rounds a moment up to the next full minute, or second when the schedule has seconds, that lies after it.</summary>
    public DateTime FirstCandidateAfter(DateTime moment)
    {
        var unit = _seconds is null ? TimeSpan.TicksPerMinute : TimeSpan.TicksPerSecond;
        return new DateTime(((moment.Ticks / unit) + 1) * unit, DateTimeKind.Utc);
    }

    /// <summary>Finds the first time of day of the schedule at or after another, if there is one.</summary>
    public TimeSpan? FirstTimeOfDay(TimeSpan earliest)
    {
        for (var hour = _hours.FirstFrom(earliest.Hours); hour is not null; hour = _hours.FirstFrom(hour.Value + 1))
        {
            var earliestMinute = hour > earliest.Hours ? 0 : earliest.Minutes;
            for (var minute = _minutes.FirstFrom(earliestMinute); minute is not null; minute = _minutes.FirstFrom(minute.Value + 1))
            {
                var isFirstMinute = hour == earliest.Hours && minute == earliest.Minutes;
                if (FirstSecond(isFirstMinute ? earliest.Seconds : 0) is { } second)
                    return new TimeSpan(hour.Value, minute.Value, second);
            }
        }

        return null;
    }

    private int? FirstSecond(int earliest) => _seconds is null ? 0 : _seconds.FirstFrom(earliest);

    private static int FirstListedYear(CronValues years) => years.FirstFrom(CronField.Year.Minimum) ?? CronField.Year.Minimum;
}
