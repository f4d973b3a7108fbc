using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Cardinality;

/// <summary>Matches when a field has more or fewer different values than allowed within a timeframe (rule-types.md 5.9).</summary>
internal sealed class CardinalityRuleType : IRuleType, IRuleTypeState
{
    private const byte StateVersion = 1;

    private readonly Rule _rule;
    private readonly SkipLog _skipped;
    private readonly string _withoutField;
    private readonly CardinalityRuleOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly KeyedStates<CardinalityKey> _states;

    /// <summary>Creates the rule type of a rule.</summary>
    public CardinalityRuleType(RuleTypeContext context, CardinalityRuleOptions options)
    {
        var rule = context.Rule;
        _rule = rule;
        _skipped = context.Skipped;
        _withoutField = $"cardinality_field {rule.Options.Text("cardinality_field")} is absent or null";
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _keys = new EventKeys(rule);
        _states = new KeyedStates<CardinalityKey>(_log, static (ref CardinalityKey key) => key = new CardinalityKey());
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is RuleInput.Hits hits)
        {
            foreach (var hit in hits.Items)
                Take(hit, matches);
        }
        else if (input is RuleInput.WindowEnd end)
        {
            Collect(end.At, matches);
        }

        return matches;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, _states.Restore);

    private void Take(in Hit hit, List<RuleMatch> matches)
    {
        var keyed = _states.GetOrAdd(_keys.Of(hit.Fields));
        var time = hit.Timestamp.UtcTicks;
        keyed.State.FirstEvent ??= time;
        var value = _options.CardinalityField.Find(hit.Fields);
        if (value.IsMissing)
        {
            _skipped.Add(_withoutField, hit.Id);
            return;
        }

        keyed.State.Values.See(value.ToKey(), time);
        if (!IsViolated(keyed.State, time))
            return;
        Collect(hit.Timestamp, matches);
        if (IsViolated(keyed.State, time))
            matches.Add(Match(keyed, RuleMatch.Create(hit.Fields, _timestamp, hit.Timestamp)));
    }

    // A minimum is looked at here only, with an observation instead of a document, and the maximum along with it (CARD-2, CARD-5). Without one,
    // a key that has no values any more is as good as one that never was (CARD-4).
    private void Collect(DateTimeOffset at, List<RuleMatch> matches)
    {
        foreach (var keyed in _states)
        {
            if (keyed.State.Values.DropBefore(at.UtcTicks - _options.Timeframe.Ticks))
                _states.MarkChanged(keyed);
            if (_options.MinCardinality is null && keyed.State.Values.Count == 0)
                _states.Remove(keyed);
            else if (_options.MinCardinality is not null && IsViolated(keyed.State, at.UtcTicks))
                matches.Add(Match(keyed, Observation(at, keyed.Spelling)));
        }
    }

    private bool IsViolated(CardinalityKey state, long time)
    {
        var elapsed = state.FirstEvent is { } first ? time - first : 0;
        return state.Values.Count > _options.MaxCardinality
            || (state.Values.Count < _options.MinCardinality && elapsed > _options.Timeframe.Ticks);
    }

    private RuleMatch Observation(DateTimeOffset at, FieldValue key)
    {
        var fields = WindowEvent.OfKeyAt(at).ToFields(_timestamp, _keys, key);
        return RuleMatch.Create(fields, _timestamp, at);
    }

    private RuleMatch Match(KeyedState<CardinalityKey> keyed, RuleMatch match)
    {
        keyed.State.FirstEvent = null;
        _states.MarkChanged(keyed);
        return match with { Summary = CardinalityRuleTypeRegistration.Registration.Summarize(_rule, match.Fields) };
    }
}
