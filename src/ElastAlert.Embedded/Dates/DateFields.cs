namespace ElastAlert.Embedded.Dates;

/// <summary>Holds the parts that a date text names.</summary>
internal struct DateFields
{
    public int? Year;
    public int? Month;
    public int? Day;
    public int? DayOfYear;
    public int? Hour;
    public int? HourOfHalfDay;
    public bool? Afternoon;
    public int? Minute;
    public int? Second;
    public int? Nanos;
    public TimeSpan? Offset;
    public TimeZoneInfo? Zone;

    public readonly bool TryResolve(DateResolution resolution, out Moment moment)
    {
        moment = default;
        var up = resolution.RoundUp;
        var (year, month) = (Year ?? 1970, Month ?? 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12)
            return false;
        var lastDay = DateTime.DaysInMonth(year, month);
        var day = Day ?? 1;
        var hour = Hour ?? HalfDayHour() ?? (up ? 23 : 0);
        var minute = Minute ?? (up ? 59 : 0);
        var second = Second ?? (up ? 59 : 0);
        if (day < 1 || day > lastDay || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        var local = new DateTime(year, month, day).AddSeconds((hour * 3600) + (minute * 60) + second);
        if (DayOfYear is { } ofYear && Month is null)
            local = local.AddDays(ofYear - local.DayOfYear);
        moment = Moment.FromUtc(ToUtc(local, resolution), Nanos ?? (up ? 999_999_999 : 0));
        return hour < 24 || (minute == 0 && second == 0);
    }

    private readonly int? HalfDayHour() =>
        HourOfHalfDay is { } hour ? (hour % 12) + (Afternoon == true ? 12 : 0) : null;

    private readonly DateTime ToUtc(DateTime local, DateResolution resolution) =>
        Offset is { } offset ? local - offset : Zones.ToUtc(local, Zone ?? resolution.Zone);
}
