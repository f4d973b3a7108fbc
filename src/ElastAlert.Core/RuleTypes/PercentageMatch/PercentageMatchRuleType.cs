using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.PercentageMatch;

/// <summary>Matches when the share of some documents in all is beyond its limits (rule-types.md 5.13).</summary>
internal sealed class PercentageMatchRuleType(
    Rule rule,
    PercentageMatchRuleOptions options,
    Func<Rule, Document, string> summarize) : IRuleType
{
    private readonly AggregationMatch _match = new(rule, summarize);

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) =>
        input is RuleInput.Aggregation aggregation ? [.. AggregationLeaf.Of(aggregation).Select(Judge).OfType<RuleMatch>()] : [];

    private RuleMatch? Judge(AggregationLeaf leaf)
    {
        if (Count(leaf.Bucket, "match_bucket") is not { } matching || Count(leaf.Bucket, "_other_") is not { } others)
            return null;
        var total = matching + others;
        if (total == 0 || total < options.MinDenominator)
            return null;
        var percentage = (double)matching / total * 100;
        if (!(percentage > options.MaxPercentage || percentage < options.MinPercentage))
            return null;
        var value = JsonValue.Of(percentage);
        var fields = Document.Empty.With("percentage", value).With("denominator", total);
        return _match.Create(options.Format is { } format ? fields.With("percentage_formatted", format(value)) : fields, leaf);
    }

    private static long? Count(JsonElement bucket, string name) =>
        bucket.TryGetProperty("percentage_match_aggs", out var aggregation)
        && aggregation.GetProperty("buckets").TryGetProperty(name, out var counted)
        && counted.TryGetProperty("doc_count", out var count)
        && count.ValueKind == JsonValueKind.Number
            ? count.GetInt64()
            : null;
}
