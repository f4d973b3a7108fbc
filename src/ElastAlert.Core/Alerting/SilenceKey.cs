using ElastAlert.Values;

namespace ElastAlert.Alerting;

/// <summary>Makes the silence keys of a rule (engine.md 5.2; Q51: a match without a query key has the bare realert key).</summary>
internal sealed class SilenceKey
{
    private readonly string _realertKey;
    private readonly FieldPath? _queryKey;
    private readonly string? _member;

    /// <summary>Creates the keys of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="member">The member of a match that takes the place of the query key, or <see langword="null"/>.</param>
    public SilenceKey(Rule rule, string? member)
    {
        _realertKey = Base(rule);
        _queryKey = rule.Query.QueryKey is { Length: > 0 } queryKey ? FieldPath.Parse(queryKey) : null;
        _member = member;
    }

    /// <summary>Returns what the silence keys of a rule begin with.</summary>
    /// <param name="rule">The rule.</param>
    public static string Base(Rule rule) => rule.Alerting.RealertKey is { Length: > 0 } key ? key : rule.Name;

    /// <summary>Returns the key that silences the whole rule.</summary>
    /// <param name="rule">The name of the rule.</param>
    public static string OfRule(string rule) => rule + "._silence";

    /// <summary>Returns the key of one value.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The text of the value.</param>
    public static string OfValue(Rule rule, string value) => $"{Base(rule)}.{value}";

    /// <summary>Returns the silence key of a match.</summary>
    /// <param name="match">The match.</param>
    public string Of(RuleMatch match) => Text(match) is { } text ? $"{_realertKey}.{text}" : _realertKey;

    /// <summary>Returns the text that tells matches of the rule apart, or <see langword="null"/>.</summary>
    /// <param name="match">The match.</param>
    public string? Text(RuleMatch match)
    {
        if (_member is not null)
            return match.Fields.TryGetMember(_member, out var value) ? new FieldValue(value).ToText() : FieldValue.Missing.ToText();
        var found = _queryKey?.Find(match.Fields) ?? FieldValue.Missing;
        return found.IsMissing ? null : found.ToText();
    }
}
