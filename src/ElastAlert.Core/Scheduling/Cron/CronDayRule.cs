namespace ElastAlert.Scheduling.Cron;

/// <summary>Says on which days a schedule fires: those that suit both its day of month and its day of week.</summary>
internal sealed class CronDayRule
{
    private readonly CronDaysOfMonth? _daysOfMonth;
    private readonly CronDaysOfWeek? _daysOfWeek;

    internal CronDayRule(CronDaysOfMonth? daysOfMonth, CronDaysOfWeek? daysOfWeek)
    {
        _daysOfMonth = daysOfMonth;
        _daysOfWeek = daysOfWeek;
    }

    /// <summary>Returns whether the schedule fires on a day.</summary>
    public bool Includes(DateOnly day) => _daysOfMonth?.Includes(day) != false && _daysOfWeek?.Includes(day) != false;
}
