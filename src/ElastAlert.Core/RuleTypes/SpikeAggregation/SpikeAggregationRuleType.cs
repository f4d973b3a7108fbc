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
        RuleInput.Aggregation aggregation => Observe(aggregation),
        RuleInput.Count count => _detector.Handle(count),
        RuleInput.Terms terms => _detector.Handle(terms),
        RuleInput.WindowEnd end => _detector.MoveTo(end.At),
        _ => [],
    };

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _detector.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _detector.Restore(parts);

    private List<RuleMatch> Observe(RuleInput.Aggregation aggregation)
    {
        var matches = new List<RuleMatch>();
        AggregationLeaf.Visit(aggregation, leaf =>
        {
            if (Observe(leaf) is { } match)
                matches.Add(match);
        });
        return matches;
    }

    private RuleMatch? Observe(in AggregationLeaf leaf)
    {
        var amount = Amount.Of(_options.Metric.Value(leaf.Bucket));
        return leaf.Keys.Length == 0
            ? _detector.Handle(EventKeys.All, WindowEvent.At(leaf.At), amount)
            : _detector.Handle(leaf.Key, WindowEvent.OfKeyAt(leaf.At), amount);
    }
}
