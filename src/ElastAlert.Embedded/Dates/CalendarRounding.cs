namespace ElastAlert.Embedded.Dates;

/// <summary>Cuts moments to intervals of the calendar.</summary>
internal sealed class CalendarRounding(CalendarUnit unit, long offset, TimeZoneInfo zone) : DateRounding
{
    public override long Floor(long milliseconds) => ToMilliseconds(Floor(ToLocal(milliseconds - offset, zone)), zone) + offset;

    public override long Next(long floor)
    {
        var local = ToLocal(floor - offset, zone);
        return ToMilliseconds(unit switch
        {
            CalendarUnit.Minute => local.AddMinutes(1),
            CalendarUnit.Hour => local.AddHours(1),
            CalendarUnit.Day => local.AddDays(1),
            CalendarUnit.Week => local.AddDays(7),
            CalendarUnit.Month => local.AddMonths(1),
            CalendarUnit.Quarter => local.AddMonths(3),
            _ => local.AddYears(1),
        }, zone) + offset;
    }

    private DateTime Floor(DateTime local) => unit switch
    {
        CalendarUnit.Minute => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)),
        CalendarUnit.Hour => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour)),
        CalendarUnit.Day => local.Date,
        CalendarUnit.Week => local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
        CalendarUnit.Month => new DateTime(local.Year, local.Month, 1),
        CalendarUnit.Quarter => new DateTime(local.Year, (((local.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateTime(local.Year, 1, 1),
    };
}
