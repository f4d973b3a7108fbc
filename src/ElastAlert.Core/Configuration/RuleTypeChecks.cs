namespace ElastAlert.Configuration;

/// <summary>Checks how the options of the reference's rule types go together.</summary>
internal static class RuleTypeChecks
{
    public static void Check(OptionReader reader, Rule rule)
    {
        switch (rule.Type)
        {
            case "metric_aggregation" or "percentage_match":
                CheckBuckets(reader, rule.Schedule);
                CheckPercentiles(reader);
                break;
            case "spike_aggregation":
                if (reader.Has("bucket_interval"))
                    reader.Error("bucket_interval", "cannot be used by a rule of type 'spike_aggregation'.", "Remove it.");
                CheckPercentiles(reader);
                break;
            default:
                break;
        }
    }

    private static void CheckBuckets(OptionReader reader, RuleSchedule schedule)
    {
        if (schedule.BucketInterval is not { } interval || interval <= TimeSpan.Zero)
            return;
        if (interval.Ticks % TimeSpan.TicksPerSecond != 0)
            reader.Error("bucket_interval", "must be made of whole seconds.", "Use seconds, minutes, hours, days or weeks.");
        var (option, window) = schedule.UseRunEveryQuerySize ? ("run_every", schedule.RunEvery) : ("buffer_time", schedule.BufferTime);
        if (window.Ticks % interval.Ticks != 0)
            reader.Error("bucket_interval", $"must divide {option} without a rest: {Durations.Text(window)} is no multiple of {Durations.Text(interval)}.", $"Change one of the two, or set {option} in the rule.");
    }

    private static void CheckPercentiles(OptionReader reader)
    {
        if (reader.Options.Text("metric_agg_type") == "percentiles" && !reader.Has("percentile_range"))
            reader.Error("metric_agg_type", "is percentiles, which needs percentile_range.", "Add percentile_range, such as 95.");
    }
}
