using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.MetricAggregation;

/// <summary>Matches when a metric is beyond its limits (rule-types.md 5.11).</summary>
internal sealed class MetricAggregationRuleType(
    Rule rule,
    MetricAggregationRuleOptions options,
    Func<Rule, Document, string> summarize) : IRuleType
{
    private readonly AggregationMatch _match = new(rule, summarize);

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is not RuleInput.Aggregation aggregation)
            return matches;
        foreach (var leaf in AggregationLeaf.Of(aggregation))
            Judge(leaf, matches);
        return matches;
    }

    // With a compound key every percentile is looked at, and the general name of the value is left out (AGG-4, AGG-5).
    private void Judge(AggregationLeaf leaf, List<RuleMatch> matches)
    {
        var isCompound = leaf.Keys.Count > 1;
        if (!isCompound && !IsViolation(options.Metric.Value(leaf.Bucket)))
            return;
        var values = isCompound ? options.Metric.Values(leaf.Bucket).Where(IsViolation) : [options.Metric.Value(leaf.Bucket)];
        matches.AddRange(values.Select(value => _match.Create(Measured(value, isCompound), leaf)));
    }

    private bool IsViolation(JsonElement value) => new FieldValue(value).AsNumber() is { } number
        && (number > options.MaxThreshold || number < options.MinThreshold);

    private Document Measured(JsonElement value, bool isCompound)
    {
        var fields = Document.Empty.With(options.Metric.Name, value);
        if (!isCompound)
            fields = fields.With("metric_agg_value", value);
        if (options.Format is not { } format)
            return fields;
        return fields.With(options.Metric.Name + "_formatted", format(value)).With("metric_agg_value_formatted", format(value));
    }
}
