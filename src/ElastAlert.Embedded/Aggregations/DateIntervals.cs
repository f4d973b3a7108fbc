using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads the interval of a date histogram.</summary>
internal static class DateIntervals
{
    public static DateRounding Read(AggregationOptions options, TimeZoneInfo zone)
    {
        var offset = options.TakeText("offset") is { } text ? ReadOffset(text) : 0;
        var fixedInterval = options.TakeText("fixed_interval");
        var calendarInterval = options.TakeText("calendar_interval");
        if (fixedInterval is not null && calendarInterval is not null)
            throw RequestFailure.Illegal("Cannot use [fixed_interval] with [calendar_interval] configuration option.");
        if (calendarInterval is not null)
            return new CalendarRounding(ReadUnit(calendarInterval), offset, zone);
        if (fixedInterval is null)
            throw ShardFailure.Illegal("Invalid interval specified, must be non-null and non-empty");
        var interval = (long)TimeUnits.Parse(fixedInterval, "date_histogram.fixedInterval").TotalMilliseconds;
        return interval > 0
            ? new FixedRounding(interval, offset, zone)
            : throw ShardFailure.Illegal("Zero or negative time interval not supported");
    }

    private static long ReadOffset(string text) =>
        long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds
            : (long)TimeUnits.Parse(text, "offset").TotalMilliseconds;

    private static CalendarUnit ReadUnit(string text) => text switch
    {
        "minute" or "1m" => CalendarUnit.Minute,
        "hour" or "1h" => CalendarUnit.Hour,
        "day" or "1d" => CalendarUnit.Day,
        "week" or "1w" => CalendarUnit.Week,
        "month" or "1M" => CalendarUnit.Month,
        "quarter" or "1q" => CalendarUnit.Quarter,
        "year" or "1y" => CalendarUnit.Year,
        _ => throw RequestFailure.Illegal($"The supplied interval [{text}] could not be parsed as a calendar interval."),
    };
}
