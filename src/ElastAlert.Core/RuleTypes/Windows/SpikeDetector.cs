using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Watches the current and the reference window of each key, and makes the matches (rule-types.md 5.6).</summary>
internal sealed class SpikeDetector
{
    private const byte StateVersion = 2;

    private static readonly FieldKey AllKey = EventKeys.All.ToKey();

    private readonly Rule _rule;
    private readonly SpikeDetectorOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly SpikeFrame _frame;
    private readonly RuleRecord _ruleRecord;
    private readonly KeyedStates<SpikeKey> _states;
    private bool _wasReferenceFilled;

    /// <summary>Creates a detector for a rule.</summary>
    public SpikeDetector(Rule rule, SpikeDetectorOptions options)
    {
        _rule = rule;
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _keys = new EventKeys(rule);
        _frame = new SpikeFrame(options.Timeframe, _log);
        _ruleRecord = new RuleRecord(WriteRule);
        _states = new KeyedStates<SpikeKey>(_log, (ref SpikeKey key) => key.Begin(_frame));
    }

    /// <summary>Returns the parts of the state that changed.</summary>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <summary>Takes saved parts over.</summary>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, records =>
    {
        _ruleRecord.Restore(records, reader => ReadRule(reader, records));
        _states.Restore(records);
    });

    /// <summary>Takes the number of documents of a span.</summary>
    public IReadOnlyList<RuleMatch> Handle(RuleInput.Count count) =>
        Handle(EventKeys.All, WindowEvent.At(count.At), Amount.Of(count.Value)) is { } match ? [match] : [];

    /// <summary>Takes the number of documents of a span per key.</summary>
    public IReadOnlyList<RuleMatch> Handle(RuleInput.Terms terms)
    {
        var matches = new List<RuleMatch>();
        foreach (var bucket in terms.Buckets)
        {
            if (Handle(bucket.Key, WindowEvent.OfKeyAt(terms.At), Amount.Of(bucket.Count)) is { } match)
                matches.Add(match);
        }

        return matches;
    }

    /// <summary>Takes an event of a key.</summary>
    /// <returns>The match that it completes, or <see langword="null"/>.</returns>
    public RuleMatch? Handle(FieldValue key, WindowEvent item, Amount amount)
    {
        var keyed = Wake(key);
        keyed.State.Windows.Append(item, amount);
        return Check(keyed, item.Timestamp.UtcTicks);
    }

    /// <summary>Moves all windows on to a moment; keys without anything in their windows go to rest.</summary>
    /// <returns>The matches that come of it.</returns>
    public IReadOnlyList<RuleMatch> MoveTo(DateTimeOffset at)
    {
        var matches = new List<RuleMatch>();
        _frame.Moves.Add(at);
        _log.Add(_ruleRecord);
        foreach (var keyed in _states)
        {
            if (!keyed.State.IsAtRest && Move(keyed, at) is { } match)
                matches.Add(match);
        }

        _frame.Moves.ForgetUntil(at.UtcTicks - _frame.Length);
        return matches;
    }

    private RuleMatch? Move(KeyedState<SpikeKey> keyed, DateTimeOffset at)
    {
        ref var windows = ref keyed.State.Windows;
        if (windows.AreNothing && keyed.Key != AllKey)
        {
            keyed.State.Rest();
            _states.MarkChanged(keyed);
            return null;
        }

        var blocksGivenUp = windows.BlocksGivenUp;
        windows.Move();
        if (keyed.State.FirstEvent is null || windows.BlocksGivenUp != blocksGivenUp)
            _states.MarkChanged(keyed);
        return Check(keyed, at.UtcTicks);
    }

    // A key that comes back from rest is the youngest again, while its baseline goes on (SPK-4).
    private KeyedState<SpikeKey> Wake(FieldValue key)
    {
        var keyed = _states.GetOrAdd(key);
        if (!keyed.State.IsAtRest)
            return keyed;
        _states.Remove(keyed);
        var awake = _states.Add(keyed.Key, key);
        (awake.State.FirstEvent, awake.State.SkipUntil) = (keyed.State.FirstEvent, keyed.State.SkipUntil);
        return awake;
    }

    private void WriteRule(StateWriter writer)
    {
        writer.Number(_wasReferenceFilled ? 1 : 0);
        _frame.Moves.Write(writer);
    }

    private void ReadRule(StateReader reader, RestoredRecords records)
    {
        _wasReferenceFilled = reader.Number() != 0;
        _frame.Moves.Read(reader, records);
    }

    private RuleMatch? Check(KeyedState<SpikeKey> keyed, long time)
    {
        keyed.State.FirstEvent ??= time;
        return IsDue(ref keyed.State, time) ? Compare(keyed) : null;
    }

    private bool IsDue(ref readonly SpikeKey state, long time)
    {
        if (time - state.FirstEvent >= 2 * _frame.Length)
        {
            NoteReferenceFilled();
            return true;
        }

        return _wasReferenceFilled && _options.AlertOnNewData && _keys.HasQueryKey && !(time < state.SkipUntil);
    }

    private void NoteReferenceFilled()
    {
        if (_wasReferenceFilled)
            return;
        _wasReferenceFilled = true;
        _log.Add(_ruleRecord);
    }

    private RuleMatch? Compare(KeyedState<SpikeKey> keyed)
    {
        ref var windows = ref keyed.State.Windows;
        if (!windows.TryCompare())
            return null;
        var reference = windows.MeasureReference(_options.Measure);
        var current = windows.MeasureCurrent(_options.Measure);
        if (!_options.Comparison.IsSpike(reference, current))
            return null;
        var item = windows.FindEvent(_options.CountsZero);
        var at = item?.Timestamp ?? _frame.Moves.Last;
        var fields = item?.ToFields(_timestamp, _keys, keyed.Spelling) ?? Placeholder(keyed);
        _states.MarkChanged(keyed);
        windows.ClearReference();
        keyed.State.FirstEvent = null;
        keyed.State.SkipUntil = at.UtcTicks + 2 * _frame.Length;
        return Match(fields, at, reference, current);
    }

    private RuleMatch Match(Document fields, DateTimeOffset at, Amount reference, Amount current)
    {
        fields = fields.With("spike_count", current.ToJson()).With("reference_count", reference.ToJson());
        var match = RuleMatch.Create(WindowEvent.Stamp(fields, _timestamp, at), _timestamp, at);
        return match with { Summary = _options.Summarize(_rule, match.Fields) };
    }

    private Document Placeholder(KeyedState<SpikeKey> keyed)
    {
        var fields = keyed.Key == AllKey ? Document.Empty : _keys.Members(keyed.Spelling);
        return fields.With("placeholder", JsonValue.True);
    }
}
