using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Watches the current and the reference window of each key, and makes the matches (rule-types.md 5.6).</summary>
internal sealed class SpikeDetector
{
    private const byte StateVersion = 1;

    private readonly Rule _rule;
    private readonly SpikeDetectorOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly WindowMoves _moves = new();
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
        _ruleRecord = new RuleRecord(WriteRule);
        _states = new KeyedStates<SpikeKey>(_log, new StateCodec<SpikeKey>
        {
            Create = static () => new SpikeKey(),
            Write = (writer, state) => state.Write(writer, _moves),
            Read = (reader, records, state) => state.Read(reader, records, _moves, CreateWindows),
            Release = static state => state.Windows?.Clear(),
        });
    }

    /// <summary>Returns the parts of the state that changed.</summary>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <summary>Takes saved parts over.</summary>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, records =>
    {
        _ruleRecord.Restore(records, ReadRule);
        _states.Restore(records);
    });

    /// <summary>Takes an event of a key.</summary>
    /// <returns>The match that it completes, or <see langword="null"/>.</returns>
    public RuleMatch? Handle(FieldValue key, WindowEvent item, Amount amount)
    {
        return Append(Wake(key), item, amount);
    }

    private RuleMatch? Append(KeyedState<SpikeKey> keyed, WindowEvent item, Amount amount)
    {
        var (state, time) = (keyed.State, item.Timestamp.UtcTicks);
        state.FirstEvent ??= time;
        state.Windows!.Append(item, amount);
        return IsDue(state, time) ? Compare(keyed) : null;
    }

    /// <summary>Moves all windows on to a moment; keys without anything in their windows go to rest.</summary>
    /// <returns>The matches that come of it.</returns>
    public IEnumerable<RuleMatch> MoveTo(DateTimeOffset at)
    {
        _moves.Add(at);
        _log.AddOrMarkChanged(_ruleRecord);
        foreach (var keyed in _states.All.Where(static keyed => keyed.State.Windows is not null))
        {
            var windows = keyed.State.Windows!;
            if (!IsAll(keyed) && windows.Current.Sum.IsNothing && windows.Reference.Sum.IsNothing)
                Rest(keyed);
            else if (Move(keyed, at) is { } match)
                yield return match;
        }
    }

    private void Rest(KeyedState<SpikeKey> keyed)
    {
        keyed.State.Windows!.Clear();
        keyed.State.Windows = null;
        _states.MarkChanged(keyed);
    }

    private RuleMatch? Move(KeyedState<SpikeKey> keyed, DateTimeOffset at)
    {
        if (keyed.State.FirstEvent is null || _moves.IsOutdated(keyed.State.SavedMoves))
            _states.MarkChanged(keyed);
        return Append(keyed, WindowEvent.PlaceholderAt(at), Amount.Placeholder);
    }

    private static bool IsAll(KeyedState<SpikeKey> keyed) => keyed.Key == EventKeys.All.ToKey();

    // A key that comes back from rest is the youngest again, while its baseline goes on (SPK-4).
    private KeyedState<SpikeKey> Wake(FieldValue key)
    {
        var keyed = _states.GetOrAdd(key);
        if (keyed.State.Windows is not null)
            return keyed;
        _states.Remove(keyed);
        keyed.State.Windows = CreateWindows();
        return _states.Add(keyed.Key, key, keyed.State);
    }

    private SpikeWindows CreateWindows() => new(_options.Timeframe, _log);

    private void WriteRule(StateWriter writer)
    {
        writer.Number(_wasReferenceFilled ? 1 : 0);
        _moves.Write(writer);
    }

    private void ReadRule(StateReader reader)
    {
        _wasReferenceFilled = reader.Number() != 0;
        _moves.Read(reader);
    }

    private bool IsDue(SpikeKey state, long time)
    {
        if (time - state.FirstEvent >= 2 * _options.Timeframe.Ticks)
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
        _log.AddOrMarkChanged(_ruleRecord);
    }

    private RuleMatch? Compare(KeyedState<SpikeKey> keyed)
    {
        var windows = keyed.State.Windows!;
        var reference = windows.Reference.Measure(_options.Measure);
        var current = windows.Current.Measure(_options.Measure);
        if (!_options.Comparison.IsSpike(reference, current))
            return null;
        var item = MatchEvent(windows.Current.Entries);
        _states.MarkChanged(keyed);
        windows.Reference.Clear();
        keyed.State.FirstEvent = null;
        keyed.State.SkipUntil = item.Timestamp.UtcTicks + 2 * _options.Timeframe.Ticks;
        return Match(keyed, item, reference, current);
    }

    private WindowEvent MatchEvent(TimeQueue<(Amount Amount, WindowEvent Item)> entries)
    {
        foreach (var (_, (amount, item)) in entries.Items)
        {
            if (_options.CountsZero ? amount.Kind != AmountKind.Placeholder : !amount.IsNothing)
                return item;
        }

        return entries.Newest.Item.Item;
    }

    private RuleMatch Match(KeyedState<SpikeKey> keyed, WindowEvent item, Amount reference, Amount current)
    {
        var fields = item.IsPlaceholder ? Placeholder(keyed) : item.ToFields(_timestamp, _keys, keyed.Spelling);
        fields = fields.With("spike_count", current.ToJson()).With("reference_count", reference.ToJson());
        var match = RuleMatch.Create(WindowEvent.Stamp(fields, _timestamp, item.Timestamp), _timestamp, item.Timestamp);
        return match with { Summary = _options.Summarize(_rule, match.Fields) };
    }

    private Document Placeholder(KeyedState<SpikeKey> keyed)
    {
        var fields = IsAll(keyed) ? Document.Empty : _keys.Members(keyed.Spelling);
        return fields.With("placeholder", JsonValue.True);
    }
}
