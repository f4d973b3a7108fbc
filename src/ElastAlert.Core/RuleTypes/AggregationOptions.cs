namespace ElastAlert.RuleTypes;

/// <summary>Checks the options that rule types that aggregate share (rule-types.md 5.10).</summary>
internal static class AggregationOptions
{
    /// <summary>Checks that <c>bucket_interval</c> divides the window of a query.</summary>
    public static void CheckInterval(OptionReader reader)
    {
        const string Key = "bucket_interval";
        var schedule = reader.Rule.Schedule;
        if (schedule.BucketInterval is not { } interval)
            return;
        var (window, name) = schedule.UseRunEveryQuerySize ? (schedule.RunEvery, "run_every") : (schedule.BufferTime, "buffer_time");
        if (interval <= TimeSpan.Zero || interval.Ticks % TimeSpan.TicksPerSecond != 0)
            reader.Wrong(Key, "a whole number of seconds greater than zero", "Use seconds, minutes, hours, days or weeks.");
        else if (window.Ticks % interval.Ticks != 0)
            reader.Error(Key, $"must divide {name}, which is {window:c}, but is {interval:c}.", $"Make {name} a multiple of it.");
    }

    /// <summary>Reads the limits of a value, of which there must be one.</summary>
    public static (double? Minimum, double? Maximum) ReadLimits(OptionReader reader, string minimum, string maximum)
    {
        if (!reader.Has(minimum) && !reader.Has(maximum))
            reader.Error(maximum, $"and {minimum} are both absent.", "Give at least one of them.");
        return (reader.Number(minimum), reader.Number(maximum));
    }

    /// <summary>Reads a pattern for numbers.</summary>
    public static NumberFormatter? ReadFormat(OptionReader reader, string key, NumberFormatReader formats)
    {
        if (reader.Text(key) is not { Length: > 0 } pattern)
            return null;
        try
        {
            var format = formats(pattern);
            _ = format(Values.JsonValue.Of(1.5));
            return format;
        }
        catch (FormatException exception)
        {
            reader.Error(key, $"cannot write a number: {exception.Message}", "Write a pattern such as '{:.2f}' or '%.2f'.");
            return null;
        }
    }
}
