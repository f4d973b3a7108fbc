using System.Runtime.InteropServices;
using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Flatline;

/// <summary>Matches when fewer events than asked for happen within a timeframe (rule-types.md 5.7).</summary>
internal sealed class FlatlineRuleType : IRuleType, IRuleTypeState
{
    private const byte StateVersion = 2;

    private readonly Rule _rule;
    private readonly FlatlineRuleOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly WindowMoves _moves;
    private readonly RuleRecord _ruleRecord;
    private readonly KeyedStates<WatchedKey> _watched;
    private readonly HashSet<CountWindow> _touched = [];
    private FieldValue? _unchecked;

    /// <summary>Creates the rule type of a rule.</summary>
    public FlatlineRuleType(Rule rule, FlatlineRuleOptions options)
    {
        _rule = rule;
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _keys = new EventKeys(rule);
        _moves = new WindowMoves(_log);
        _ruleRecord = new RuleRecord(WriteRule);
        _watched = new KeyedStates<WatchedKey>(_log, (ref WatchedKey watched) => watched = new WatchedKey(options.Timeframe, _moves, _log));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => input switch
    {
        RuleInput.Hits hits => Feed(hits),
        RuleInput.Count count => [.. FeedAndCheck(EventKeys.All, WindowEvent.At(count.At), count.Value)],
        RuleInput.Terms terms =>
            [.. terms.Buckets.SelectMany(bucket => FeedAndCheck(bucket.Key, WindowEvent.OfKeyAt(terms.At), bucket.Count))],
        RuleInput.WindowEnd end => MoveTo(end.At),
        _ => [],
    };

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, records =>
    {
        _ruleRecord.Restore(records, reader => ReadRule(reader, records));
        _watched.Restore(records);
    });

    // Only the key of the last document is checked here, the others at the end of the window (FLAT-1). Of portions, the last one is known
    // when the window ends.
    private List<RuleMatch> Feed(RuleInput.Hits hits)
    {
        foreach (var hit in hits.Items)
            _touched.Add(Append(_keys.Of(hit.Fields), WindowEvent.Borrow(hit), 1).State.Window);
        _unchecked = _keys.Of(hits.Items[^1].Fields).ToOwned();
        _log.Add(_ruleRecord);
        var matches = hits.IsPortion ? [] : CheckLast();
        foreach (var window in _touched)
            window.KeepNewest();
        _touched.Clear();
        return matches;
    }

    private IEnumerable<RuleMatch> FeedAndCheck(FieldValue key, WindowEvent item, long count) =>
        Check(Append(key, item, count), key) is { } match ? [match] : [];

    private KeyedState<WatchedKey> Append(FieldValue key, WindowEvent item, long count)
    {
        var keyed = _watched.GetOrAdd(key);
        keyed.State.Window.Append(item, count);
        return keyed;
    }

    private List<RuleMatch> MoveTo(DateTimeOffset at)
    {
        var matches = CheckLast();
        _moves.Add(at);
        _moves.ForgetUntil(at.UtcTicks);
        _log.Add(_ruleRecord);
        if (_watched.Count == 0 && !_keys.HasQueryKey)
            Append(EventKeys.All, WindowEvent.At(at), 0);
        foreach (var keyed in _watched)
        {
            var (window, blocksGivenUp) = (keyed.State.Window, keyed.State.Window.BlocksGivenUp);
            window.Append(WindowEvent.At(at), 0);
            if (keyed.State.FirstEvent is null || window.BlocksGivenUp != blocksGivenUp)
                _watched.MarkChanged(keyed);
            keyed.State.FirstEvent ??= at.UtcTicks;
            if (Check(keyed, keyed.Spelling) is { } match)
                matches.Add(match);
        }

        return matches;
    }

    private List<RuleMatch> CheckLast()
    {
        if (_unchecked is not { } last)
            return [];
        _unchecked = null;
        return Check(_watched.GetOrAdd(last), last) is { } match ? [match] : [];
    }

    private void WriteRule(StateWriter writer)
    {
        _moves.Write(writer);
        if (_unchecked is { } last)
            writer.Bytes(last.IsMissing ? [] : JsonMarshal.GetRawUtf8Value(last.Element));
    }

    private void ReadRule(StateReader reader, RestoredRecords records)
    {
        _moves.Read(reader, records);
        if (reader.IsAtEnd)
            return;
        var last = reader.Bytes();
        _unchecked = last.IsEmpty ? FieldValue.Missing : new FieldValue(JsonElement.Parse(last.Span));
    }

    private RuleMatch? Check(KeyedState<WatchedKey> keyed, FieldValue spelling)
    {
        var window = keyed.State.Window;
        keyed.State.FirstEvent ??= window.NewestTime;
        if (window.NewestTime - keyed.State.FirstEvent < _options.Timeframe.Ticks || window.Sum >= _options.Threshold)
            return null;
        var match = Match(window, spelling);
        _watched.MarkChanged(keyed);
        if (_options.ForgetKeys)
            _watched.Remove(keyed);
        else
            keyed.State.FirstEvent = window.NewestTime - _options.Timeframe.Ticks;
        return match;
    }

    private RuleMatch Match(CountWindow window, FieldValue spelling)
    {
        var key = spelling.IsMissing ? JsonValue.Null : spelling.IsContainer ? JsonValue.Of(spelling.ToText()) : spelling.Element;
        var fields = window.Newest.ToFields(_timestamp, _keys, spelling).With("key", key).With("count", window.Sum).With("threshold", _options.Threshold);
        var match = RuleMatch.Create(fields, _timestamp, window.Newest.Timestamp);
        return match with { Summary = FlatlineRuleTypeRegistration.Registration.Summarize(_rule, match.Fields) };
    }
}
