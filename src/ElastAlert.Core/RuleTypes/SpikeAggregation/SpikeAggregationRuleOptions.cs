using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.RuleTypes.SpikeAggregation;

/// <summary>Is what the rule type spike_aggregation can be told.</summary>
internal sealed record SpikeAggregationRuleOptions
{
    /// <summary>Gets the metric that is observed.</summary>
    public required MetricElement Metric { get; init; }

    /// <summary>Gets the length of the current and of the reference window.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets what decides whether the windows differ enough.</summary>
    public required SpikeComparison Comparison { get; init; }

    /// <summary>Gets whether a new key is compared before its own reference window was filled.</summary>
    public bool AlertOnNewData { get; init; }

    /// <summary>Gets what of the observations of a window is compared.</summary>
    public SpikeMeasure Measure => Metric.Type switch
    {
        "avg" => SpikeMeasure.Mean,
        "min" => SpikeMeasure.Smallest,
        "max" => SpikeMeasure.Greatest,
        _ => SpikeMeasure.Sum,
    };

    /// <summary>Reads the options of a rule.</summary>
    public static SpikeAggregationRuleOptions Read(OptionReader reader)
    {
        if (reader.Has("bucket_interval"))
            reader.Error("bucket_interval", "cannot be used by spike_aggregation, which compares whole windows.", "Leave it out.");
        return new SpikeAggregationRuleOptions
        {
            Metric = MetricElement.Read(reader),
            Timeframe = reader.Timeframe(),
            Comparison = SpikeOptions.ReadComparison(reader),
            AlertOnNewData = SpikeOptions.ReadAlertOnNewData(reader),
        };
    }
}
