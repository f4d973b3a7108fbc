using ElastAlert.Values;

namespace ElastAlert.Alerting.Stages;

/// <summary>Adds options of the rule to matches as <c>rule_param_NAME</c>.</summary>
internal sealed class RuleParameterStage : IGateStage
{
    /// <inheritdoc/>
    public ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        var alerting = batch.Rule.Alerting;
        if (alerting.IncludeRuleParamsInMatches.Count == 0)
            return ValueTask.FromResult(batch);
        var seen = new HashSet<int>();
        var matches = batch.Matches.ToArray();
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null && (seen.Add(matches[place].Alert) || !alerting.IncludeRuleParamsInFirstMatchOnly))
                matches[place] = Add(batch.Rule, matches[place]);
        }

        return ValueTask.FromResult(batch with { Matches = matches });
    }

    private static GatedMatch Add(Rule rule, GatedMatch match)
    {
        var fields = match.Match.Fields;
        foreach (var name in rule.Alerting.IncludeRuleParamsInMatches)
            fields = fields.With("rule_param_" + name, rule.Options.TryGetValue(name, out var value) ? value.ToJson() : JsonValue.Null);
        return match with { Match = match.Match with { Fields = fields } };
    }
}
