namespace ElastAlert.Querying;

/// <summary>Says which fields of the documents are fetched (engine.md 2.8).</summary>
internal static class FieldSelection
{
    /// <summary>Returns what the rule includes, and what the engine and the rule type look at besides, each once.</summary>
    public static IReadOnlyList<string> Of(Rule rule, RuleTypeNeeds needs) =>
    [
        .. rule.Query.Include
            .Concat(KeyFields(rule.Query.QueryKey, rule.Query.CompoundQueryKey))
            .Concat(rule.Query.CompoundAggregationKey)
            .Concat(rule.Options.Texts("compare_key"))
            .Concat(rule.Alerting.TopCountKeys)
            .Concat(needs.Fields)
            .Append(rule.Timestamp.Field)
            .Distinct(),
    ];

    private static IEnumerable<string> KeyFields(string? key, IReadOnlyList<string> parts) => parts.Count == 0 && key is not null ? [key] : parts;
}
