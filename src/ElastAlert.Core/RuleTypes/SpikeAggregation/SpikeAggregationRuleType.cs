using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.SpikeAggregation;

/// <summary>Matches when a metric is much more or less than in the timeframe before (rule-types.md 5.12).</summary>
internal sealed class SpikeAggregationRuleType : IRuleType, IRuleTypeState
{
    private readonly SpikeAggregationRuleOptions _options;
    private readonly SpikeDetector _detector;

    /// <summary>Creates the rule type of a rule.</summary>
    public SpikeAggregationRuleType(Rule rule, SpikeAggregationRuleOptions options)
    {
        _options = options;
        _detector = new SpikeDetector(rule, new SpikeDetectorOptions
        {
            Timeframe = options.Timeframe,
            Comparison = options.Comparison,
            AlertOnNewData = options.AlertOnNewData,
            Measure = options.Measure,
            Summarize = SpikeAggregationRuleTypeRegistration.Registration.Summarize,
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => input switch
    {
        RuleInput.Aggregation aggregation => [.. AggregationLeaf.Of(aggregation).SelectMany(Observe)],
        RuleInput.Count count => [.. Handle(EventKeys.All, WindowEvent.At(count.At), Amount.Of(count.Value))],
        RuleInput.Terms terms => [.. terms.Buckets.SelectMany(bucket => Handle(bucket.Key, WindowEvent.OfKeyAt(terms.At), Amount.Of(bucket.Count)))],
        RuleInput.WindowEnd end => [.. _detector.MoveTo(end.At)],
        _ => [],
    };

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _detector.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _detector.Restore(parts);

    private IEnumerable<RuleMatch> Observe(AggregationLeaf leaf)
    {
        var amount = Amount.Of(_options.Metric.Value(leaf.Bucket));
        if (leaf.Keys.Count == 0)
            return Handle(EventKeys.All, WindowEvent.At(leaf.At), amount);
        var key = new FieldValue(JsonValue.Of(leaf.JoinedKey));
        return Handle(key, WindowEvent.OfKeyAt(leaf.At), amount);
    }

    private IEnumerable<RuleMatch> Handle(FieldValue key, WindowEvent item, Amount amount) =>
        _detector.Handle(key, item, amount) is { } match ? [match] : [];
}
