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
        AggregationLeaf.Visit(aggregation, leaf => Judge(leaf, matches));
        return matches;
    }

    // With a compound key every percentile is looked at, and the general name of the value is left out (AGG-4, AGG-5).
    private void Judge(AggregationLeaf leaf, List<RuleMatch> matches)
    {
        if (leaf.Keys.Length > 1)
            matches.AddRange(JudgeAll(leaf));
        else if (options.Metric.Value(leaf.Bucket) is var value && IsViolation(value))
            matches.Add(_match.Create(Measured(value, isCompound: false), leaf));
    }

    private IEnumerable<RuleMatch> JudgeAll(AggregationLeaf leaf) =>
        options.Metric.Values(leaf.Bucket).Where(IsViolation).Select(value => _match.Create(Measured(value, isCompound: true), leaf));

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
