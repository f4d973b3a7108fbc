using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Blacklist;

/// <summary>Matches documents whose field has a listed value (rule-types.md 5.2).</summary>
internal sealed class BlacklistRuleType(Rule rule, BlacklistRuleOptions options) : IRuleType
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
            if (options.Blacklist.Contains(options.CompareKey.Find(hit.Fields)))
                matches.Add(RuleMatch.Create(hit.Fields, _timestamp, hit.Timestamp));
        }

        return matches;
    }
}
