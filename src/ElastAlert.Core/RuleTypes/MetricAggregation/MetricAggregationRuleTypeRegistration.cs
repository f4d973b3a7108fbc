using ElastAlert.Values;

namespace ElastAlert.RuleTypes.MetricAggregation;

/// <summary>Registers the rule type metric_aggregation.</summary>
internal static class MetricAggregationRuleTypeRegistration
{
    /// <summary>Returns the registration.</summary>
    /// <param name="formats">Reads patterns for numbers.</param>
    public static RuleTypeRegistration Create(NumberFormatReader formats) => new()
    {
        Name = "metric_aggregation",
        RequiredOptions = ["metric_agg_key", "metric_agg_type"],
        Validate = rule => OptionReader.Check(rule, reader => MetricAggregationRuleOptions.Read(reader, formats)),
        Describe = rule => new RuleTypeNeeds
        {
            QueryKinds = [QueryKind.Aggregation],
            Aggregation = MetricElement.Read(new OptionReader(rule)).Aggregation,
        },
        Summarize = (rule, match) => Summarize(rule, match, formats),
        Create = context => new MetricAggregationRuleType(
            context.Rule,
            MetricAggregationRuleOptions.Read(new OptionReader(context.Rule), formats),
            (rule, match) => Summarize(rule, match, formats)),
    };

    private static string Summarize(Rule rule, Document match, NumberFormatReader formats)
    {
        var reader = new OptionReader(rule);
        var (type, key) = (OptionReader.TextOf(rule, "metric_agg_type"), OptionReader.TextOf(rule, "metric_agg_key"));
        match.TryGetMember($"metric_{key}_{type}", out var value);
        var format = AggregationOptions.ReadFormat(reader, "metric_format_string", formats);
        var text = format is null ? PythonText.Of(value) : format(value);
        return $"Threshold violation, {type}:{key} {text} "
            + $"(min: {OptionReader.TextOf(rule, "min_threshold")} max : {OptionReader.TextOf(rule, "max_threshold")}) \n\n";
    }
}
