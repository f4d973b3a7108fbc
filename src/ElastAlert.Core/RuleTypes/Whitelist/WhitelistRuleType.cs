using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Whitelist;

/// <summary>Matches documents whose field has another value than the listed ones (rule-types.md 5.3).</summary>
internal sealed class WhitelistRuleType(Rule rule, WhitelistRuleOptions options) : IRuleType
{
    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is not RuleInput.Hits hits)
            return matches;
        foreach (var hit in hits.Items)
        {
            if (IsMatch(options.CompareKey.Find(hit.Fields)))
                matches.Add(RuleMatch.Create(hit.Fields, _timestamp, hit.Timestamp));
        }

        return matches;
    }

    private bool IsMatch(FieldValue value) => value.IsMissing ? !options.IgnoreNull : !options.Whitelist.Contains(value);
}
