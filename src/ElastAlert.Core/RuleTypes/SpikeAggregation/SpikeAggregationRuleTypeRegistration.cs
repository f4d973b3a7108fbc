using ElastAlert.Values;

namespace ElastAlert.RuleTypes.SpikeAggregation;

/// <summary>Registers the rule type spike_aggregation.</summary>
internal static class SpikeAggregationRuleTypeRegistration
{
    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "spike_aggregation",
        RequiredOptions = ["metric_agg_key", "metric_agg_type", "spike_height", "spike_type", "timeframe"],
        Validate = static rule => OptionReader.Check(rule, SpikeAggregationRuleOptions.Read),
        Describe = Describe,
        Summarize = Summarize,
        Create = static context =>
            new SpikeAggregationRuleType(context.Rule, SpikeAggregationRuleOptions.Read(new OptionReader(context.Rule))),
    };

    private static RuleTypeNeeds Describe(Rule rule) => new()
    {
        QueryKinds = [QueryKind.Aggregation, QueryKind.Count, QueryKind.Terms],
        Aggregation = MetricElement.Read(new OptionReader(rule)).Aggregation,
        LookBack = 2 * (rule.Schedule.Timeframe ?? TimeSpan.Zero),
    };

    private static string Summarize(Rule rule, Document match)
    {
        var metric = $"{OptionReader.TextOf(rule, "metric_agg_type")} of {OptionReader.TextOf(rule, "metric_agg_key")}";
        var timeframe = IsoTime.FormatDuration(rule.Schedule.Timeframe ?? TimeSpan.Zero);
        return $"An abnormal {metric} ({Rounded(match, "spike_count")}) occurred around {SummaryTimes.At(rule, match)}.\n"
            + $"Preceding that time, there was a {metric} of ({Rounded(match, "reference_count")}) within {timeframe}\n\n";
    }

    private static string Rounded(Document match, string member)
    {
        match.TryGetMember(member, out var value);
        return TwoDecimals.Round(value);
    }
}
