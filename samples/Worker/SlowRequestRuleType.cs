using ElastAlert.Values;

namespace ElastAlert.Samples.Worker;

/// <summary>Matches documents whose duration is above a limit: a rule type of the host's own, <c>type: slow_request</c>.</summary>
internal sealed class SlowRequestRuleType(Rule rule) : IRuleType
{
    private static readonly FieldPath Duration = FieldPath.Parse("duration_ms");

    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);
    private readonly double _limit = rule.Options.TryGetValue("slower_than", out var value) && value.Value is long limit ? limit : 1000;

    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        if (input is not RuleInput.Hits hits)
            return [];
        return
        [
            .. hits.Items.Where(hit => Duration.Find(hit.Fields).AsNumber() > _limit)
                .Select(hit => RuleMatch.Create(hit.Fields, _timestamp, hit.Timestamp)),
        ];
    }
}
