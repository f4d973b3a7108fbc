using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Frequency;

/// <summary>Matches when as many events as asked for happen within a timeframe (rule-types.md 5.5).</summary>
internal sealed class FrequencyRuleType : IRuleType, IRuleTypeState
{
    private const byte StateVersion = 1;

    private readonly Rule _rule;
    private readonly FrequencyRuleOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly KeyedStates<CountWindow> _windows;
    private readonly HashSet<CountWindow> _touched = [];

    /// <summary>Creates the rule type of a rule.</summary>
    public FrequencyRuleType(Rule rule, FrequencyRuleOptions options)
    {
        _rule = rule;
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _keys = new EventKeys(rule);
        _windows = new KeyedStates<CountWindow>(_log, (ref CountWindow window) => window = new CountWindow(options.Timeframe, options.AttachRelated, _log));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        switch (input)
        {
            case RuleInput.Hits hits:
                Feed(hits, matches);
                break;
            case RuleInput.Count count:
                Append(EventKeys.All, WindowEvent.At(count.At), count.Value, matches);
                break;
            case RuleInput.Terms terms:
                foreach (var bucket in terms.Buckets)
                    Append(bucket.Key, WindowEvent.OfKeyAt(terms.At), bucket.Count, matches);
                break;
            case RuleInput.WindowEnd end:
                DropStale(end.At);
                break;
        }

        return matches;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, _windows.Restore);

    private void Feed(RuleInput.Hits hits, List<RuleMatch> matches)
    {
        foreach (var hit in hits.Items)
            Append(_keys.Of(hit.Fields), WindowEvent.Borrow(hit), 1, matches);
        foreach (var window in _touched)
            window.KeepNewest();
        _touched.Clear();
    }

    private void Append(FieldValue key, WindowEvent item, long count, List<RuleMatch> matches)
    {
        var keyed = _windows.GetOrAdd(key);
        keyed.State.Append(item, count);
        if (keyed.State.Sum < _options.NumEvents)
        {
            if (item.IsBorrowed)
                _touched.Add(keyed.State);
            return;
        }

        matches.Add(Match(keyed.State, keyed.Spelling));
        _touched.Remove(keyed.State);
        _windows.Remove(keyed);
    }

    private RuleMatch Match(CountWindow window, FieldValue key)
    {
        var fields = window.Newest.ToFields(_timestamp, _keys, key);
        if (_options.AttachRelated)
            fields = fields.With("related_events", RelatedEvents(window, key));
        var match = RuleMatch.Create(fields, _timestamp, window.Newest.Timestamp);
        return match with { Summary = FrequencyRuleTypeRegistration.Registration.Summarize(_rule, match.Fields) };
    }

    private JsonElement RelatedEvents(CountWindow window, FieldValue key) =>
        JsonValue.Write(window.Events.SkipLast(1).Select(item => item.ToFields(_timestamp, _keys, key)), static (writer, related) =>
        {
            writer.WriteStartArray();
            foreach (var fields in related)
                fields.WriteTo(writer);
            writer.WriteEndArray();
        });

    private void DropStale(DateTimeOffset end)
    {
        foreach (var keyed in _windows)
        {
            if (end - keyed.State.Newest.Timestamp > _options.Timeframe)
                _windows.Remove(keyed);
        }
    }
}
