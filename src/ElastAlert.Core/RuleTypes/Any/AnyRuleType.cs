using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Any;

/// <summary>Matches every document (rule-types.md 5.1).</summary>
internal sealed class AnyRuleType(Rule rule) : IRuleType
{
    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);

    /// <summary>Gets the registration.</summary>
    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "any",
        Create = static context => new AnyRuleType(context.Rule),
    };

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        if (input is not RuleInput.Hits hits)
            return [];
        var matches = new RuleMatch[hits.Items.Count];
        for (var place = 0; place < matches.Length; place++)
            matches[place] = RuleMatch.Create(hits.Items[place].Fields, _timestamp, hits.Items[place].Timestamp);
        return matches;
    }
}
