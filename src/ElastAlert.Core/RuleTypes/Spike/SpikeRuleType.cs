using System.Globalization;
using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Spike;

/// <summary>Matches when a timeframe has many more or fewer events than the one before (rule-types.md 5.6).</summary>
internal sealed class SpikeRuleType : IRuleType, IRuleTypeState
{
    private static readonly FieldValue Other = new(JsonValue.Of("other"));

    private readonly SpikeRuleOptions _options;
    private readonly SkipLog _skipped;
    private readonly string _withoutField;
    private readonly string _notWhole;
    private readonly EventKeys _keys;
    private readonly SpikeDetector _detector;

    /// <summary>Creates the rule type of a rule.</summary>
    public SpikeRuleType(RuleTypeContext context, SpikeRuleOptions options)
    {
        var rule = context.Rule;
        _options = options;
        _skipped = context.Skipped;
        _withoutField = $"field_value {rule.Options.Text("field_value")} is absent or null";
        _notWhole = $"field_value {rule.Options.Text("field_value")} is not a number";
        _keys = new EventKeys(rule);
        _detector = new SpikeDetector(rule, new SpikeDetectorOptions
        {
            Timeframe = options.Timeframe,
            Comparison = options.Comparison,
            AlertOnNewData = options.AlertOnNewData,
            Measure = options.FieldValue is null ? SpikeMeasure.Sum : SpikeMeasure.Mean,
            CountsZero = options.FieldValue is not null,
            Summarize = SpikeRuleTypeRegistration.Registration.Summarize,
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => input switch
    {
        RuleInput.Hits hits => Feed(hits),
        RuleInput.Count count => _detector.Handle(count),
        RuleInput.Terms terms => _detector.Handle(terms),
        RuleInput.WindowEnd end => _detector.MoveTo(end.At),
        _ => [],
    };

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _detector.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _detector.Restore(parts);

    private List<RuleMatch> Feed(RuleInput.Hits hits)
    {
        var matches = new List<RuleMatch>();
        foreach (var hit in hits.Items)
        {
            var amount = Measure(hit);
            if (amount.IsNumber && _detector.Handle(Key(hit.Fields), WindowEvent.Keep(hit), amount) is { } match)
                matches.Add(match);
        }

        return matches;
    }

    private FieldValue Key(Document fields)
    {
        var key = _keys.Of(fields);
        return key.IsMissing ? Other : key;
    }

    private Amount Measure(in Hit hit)
    {
        if (_options.FieldValue is null)
            return Amount.Of(1);
        var value = _options.FieldValue.Find(hit.Fields);
        var amount = Whole(value);
        if (!amount.IsNumber)
            _skipped.Add(value.IsMissing ? _withoutField : _notWhole, hit.Id);
        return amount;
    }

    // The value is cut to a whole number, and text that is none is left out (SPK-7).
    private static Amount Whole(FieldValue value) => value.Element.ValueKind switch
    {
        JsonValueKind.Number when value.Element.TryGetInt64(out var whole) => Amount.Of(whole),
        JsonValueKind.Number => Truncate(value.Element.GetDouble()),
        JsonValueKind.True => Amount.Of(1),
        JsonValueKind.False => Amount.Of(0),
        JsonValueKind.String when long.TryParse(value.AsText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) => Amount.Of(whole),
        _ => Amount.None,
    };

    private static Amount Truncate(double value) =>
        Math.Abs(value) < long.MaxValue ? Amount.Of((long)value) : Amount.Of(Math.Truncate(value));
}
