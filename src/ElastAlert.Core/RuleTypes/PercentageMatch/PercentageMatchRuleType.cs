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
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is not RuleInput.Aggregation aggregation)
            return matches;
        AggregationLeaf.Visit(aggregation, leaf =>
        {
            if (Judge(leaf) is { } match)
                matches.Add(match);
        });
        return matches;
    }

    private RuleMatch? Judge(AggregationLeaf leaf)
    {
        if (!leaf.Bucket.TryGetProperty("percentage_match_aggs"u8, out var aggregation))
            return null;
        var buckets = aggregation.GetProperty("buckets"u8);
        if (Count(buckets, "match_bucket"u8) is not { } matching || Count(buckets, "_other_"u8) is not { } others)
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

    private static long? Count(JsonElement buckets, ReadOnlySpan<byte> name) =>
        buckets.TryGetProperty(name, out var counted)
        && counted.TryGetProperty("doc_count"u8, out var count)
        && count.ValueKind == JsonValueKind.Number
            ? count.GetInt64()
            : null;
}
