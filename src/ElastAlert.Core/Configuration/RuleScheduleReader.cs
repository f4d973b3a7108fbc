using ElastAlert.Scheduling.Cron;

namespace ElastAlert.Configuration;

/// <summary>Reads when a rule runs, and over which spans.</summary>
internal static class RuleScheduleReader
{
    public static RuleSchedule Read(OptionReader reader, GlobalOptions global)
    {
        var timeframe = Positive(reader, "timeframe");
        if (reader.Flag("scan_entire_timeframe") && !reader.Has("timeframe"))
            reader.Error("scan_entire_timeframe", "needs a timeframe.", "Add timeframe.");
        return new RuleSchedule
        {
            RunEvery = Positive(reader, "run_every") ?? global.RunEvery,
            BufferTime = NotNegative(reader, "buffer_time") ?? global.BufferTime,
            QueryDelay = QueryDelay(reader),
            Timeframe = timeframe,
            ScanEntireTimeframe = reader.Flag("scan_entire_timeframe"),
            LimitExecution = LimitExecution(reader),
            LimitExecutionCoverage = reader.Flag("limit_execution_coverage"),
            OldQueryLimit = reader.Duration("old_query_limit") ?? global.OldQueryLimit,
            BucketInterval = Positive(reader, "bucket_interval"),
            SyncBucketInterval = reader.Flag("sync_bucket_interval"),
            UseRunEveryQuerySize = reader.Flag("use_run_every_query_size"),
            AllowBufferTimeOverlap = reader.Flag("allow_buffer_time_overlap"),
        };
    }

    public static TimeSpan? Positive(OptionReader reader, string key)
    {
        var duration = reader.Duration(key);
        if (duration <= TimeSpan.Zero)
            reader.Problems.Error(reader.Value(key)!.Location, key, $"must be greater than zero, was {Durations.Text(duration.Value)}.", "Write a duration such as {minutes: 5}.");
        return duration;
    }

    public static TimeSpan? NotNegative(OptionReader reader, string key)
    {
        var duration = reader.Duration(key);
        if (duration < TimeSpan.Zero)
            reader.Problems.Error(reader.Value(key)!.Location, key, $"must not be negative, was {Durations.Text(duration.Value)}.", "Write a duration such as {minutes: 15}.");
        return duration;
    }

    private static TimeSpan QueryDelay(OptionReader reader)
    {
        var delay = reader.Duration("query_delay") ?? TimeSpan.Zero;
        if (delay < TimeSpan.Zero)
            reader.Warn("query_delay", $"is negative ({Durations.Text(delay)}): windows end after now, so events are read before they can be complete.", "Write a positive duration.");
        return delay;
    }

    private static string? LimitExecution(OptionReader reader)
    {
        var cron = reader.TextOrNothing("limit_execution");
        if (cron is not null)
            CheckCron(reader, "limit_execution", cron);
        return cron;
    }

    public static void CheckCron(OptionReader reader, string key, string cron)
    {
        if (!CronExpression.TryParse(cron, out _, out var error))
            reader.Problems.Error(reader.Value(key)!.Location, key, error, "Write minute, hour, day, month and weekday: '0 8 * * mon-fri'.");
    }
}
