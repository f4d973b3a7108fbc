namespace ElastAlert.RuleTypes.MetricAggregation;

/// <summary>Is what the rule type metric_aggregation can be told.</summary>
internal sealed record MetricAggregationRuleOptions
{
    /// <summary>Gets the metric.</summary>
    public required MetricElement Metric { get; init; }

    /// <summary>Gets the value below which there is a match, or <see langword="null"/>.</summary>
    public double? MinThreshold { get; init; }

    /// <summary>Gets the value above which there is a match, or <see langword="null"/>.</summary>
    public double? MaxThreshold { get; init; }

    /// <summary>Gets what writes the value for people, or <see langword="null"/>.</summary>
    public NumberFormatter? Format { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static MetricAggregationRuleOptions Read(OptionReader reader, NumberFormatReader formats)
    {
        AggregationOptions.CheckInterval(reader);
        var (minimum, maximum) = AggregationOptions.ReadLimits(reader, "min_threshold", "max_threshold");
        return new MetricAggregationRuleOptions
        {
            Metric = MetricElement.Read(reader),
            MinThreshold = minimum,
            MaxThreshold = maximum,
            Format = AggregationOptions.ReadFormat(reader, "metric_format_string", formats),
        };
    }
}
