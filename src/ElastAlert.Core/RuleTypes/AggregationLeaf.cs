using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Is one observation of an aggregation: of a term, of an interval, of both, or of the whole window.</summary>
/// <param name="Bucket">What holds the aggregation of the rule type.</param>
/// <param name="Keys">The values of the query key, one for each of its parts; empty without query key.</param>
/// <param name="At">The moment that it stands for.</param>
internal readonly record struct AggregationLeaf(JsonElement Bucket, IReadOnlyList<FieldValue> Keys, DateTimeOffset At)
{
    /// <summary>Returns the values of a compound key as one text; joined with a bare comma, other than in documents.</summary>
    public string JoinedKey => string.Join(',', Keys.Select(static key => key.ToText()));

    /// <summary>Goes through the observations of an answer (rule-types.md 5.10).</summary>
    public static IReadOnlyList<AggregationLeaf> Of(RuleInput.Aggregation input)
    {
        var leaves = new List<AggregationLeaf>();
        Walk(input.Answer, [], input.At, leaves);
        return leaves;
    }

    private static void Walk(JsonElement node, FieldValue[] keys, DateTimeOffset end, List<AggregationLeaf> leaves)
    {
        if (Buckets(node, "interval_aggs") is { } intervals)
        {
            foreach (var bucket in intervals.EnumerateArray())
                leaves.Add(new AggregationLeaf(bucket, keys, keys.Length > 1 ? end : Start(bucket, end)));
        }
        else if (Buckets(node, "bucket_aggs") is { } terms)
        {
            foreach (var bucket in terms.EnumerateArray())
                Walk(bucket, [.. keys, new FieldValue(bucket.GetProperty("key"))], end, leaves);
        }
        else
        {
            leaves.Add(new AggregationLeaf(node, keys, end));
        }
    }

    private static JsonElement? Buckets(JsonElement node, string name) =>
        node.TryGetProperty(name, out var aggregation) && aggregation.TryGetProperty("buckets", out var buckets) ? buckets : null;

    // The number is read, since the text follows the format of the field (AGG-8).
    private static DateTimeOffset Start(JsonElement bucket, DateTimeOffset end)
    {
        if (bucket.TryGetProperty("key", out var key) && key.TryGetDouble(out var milliseconds))
            return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        return bucket.TryGetProperty("key_as_string", out var text) && IsoTime.TryParse(text.GetString(), out var start) ? start : end;
    }
}
