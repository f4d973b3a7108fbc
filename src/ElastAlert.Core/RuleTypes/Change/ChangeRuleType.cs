using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Change;

/// <summary>Matches when the fields of a key have other values than in the document before (rule-types.md 5.4).</summary>
internal sealed class ChangeRuleType : IRuleType, IRuleTypeState
{
    private const byte StateVersion = 1;

    private readonly ChangeRuleOptions _options;
    private readonly FieldPath _timestamp;
    private readonly EventKeys _keys;
    private readonly StateLog _log = new(StateVersion);
    private readonly KeyedStates<LastValues> _last;
    private readonly ArrayBufferWriter<byte> _values = new();

    /// <summary>Creates the rule type of a rule.</summary>
    public ChangeRuleType(Rule rule, ChangeRuleOptions options)
    {
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _keys = new EventKeys(rule);
        _last = new KeyedStates<LastValues>(_log, static (ref LastValues last) => last = new LastValues());
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is not RuleInput.Hits hits)
            return matches;
        foreach (var hit in hits.Items)
        {
            if (Take(hit) is { } match)
                matches.Add(match);
        }

        return matches;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, _last.Restore);

    private RuleMatch? Take(in Hit hit)
    {
        if (!TryReadValues(hit.Fields))
            return null;
        var last = _last.GetOrAdd(_keys.Of(hit.Fields)).State;
        var age = hit.Timestamp.UtcTicks - last.Seen;
        var before = last.Replace(_values.WrittenSpan, hit.Timestamp.UtcTicks);
        if (before is not { } old || age > _options.Timeframe?.Ticks)
            return null;
        var fields = hit.Fields.With("old_value", old).With("new_value", JsonElement.Parse(_values.WrittenSpan));
        return RuleMatch.Create(fields, _timestamp, hit.Timestamp);
    }

    private bool TryReadValues(Document fields)
    {
        _values.ResetWrittenCount();
        _values.Write("["u8);
        foreach (var path in _options.CompareKey)
        {
            var value = path.Find(fields);
            if (_options.IgnoreNull && value.IsEmpty && value.Element.ValueKind != JsonValueKind.False)
                return false;
            if (_values.WrittenCount > 1)
                _values.Write(","u8);
            _values.Write(value.IsMissing ? "null"u8 : JsonMarshal.GetRawUtf8Value(value.Element));
        }

        _values.Write("]"u8);
        return true;
    }
}
