using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Is one observation of an aggregation: of a term, of an interval, of both, or of the whole window.</summary>
/// <param name="Bucket">What holds the aggregation of the rule type.</param>
/// <param name="Keys">The values of the query key, one for each of its parts, valid while the observation is looked at; empty without query key.</param>
/// <param name="At">The moment that it stands for.</param>
internal readonly record struct AggregationLeaf(JsonElement Bucket, FieldValue[] Keys, DateTimeOffset At)
{
    /// <summary>Returns the values of a compound key as one text; joined with a bare comma, other than in documents.</summary>
    public string JoinedKey => string.Join(',', Keys.Select(static key => key.ToText()));

    /// <summary>Gets the values of the query key as one text value.</summary>
    public FieldValue Key => Keys is [{ Element.ValueKind: JsonValueKind.String } only] ? only : new FieldValue(JsonValue.Of(JoinedKey));

    /// <summary>Goes through the observations of an answer (rule-types.md 5.10).</summary>
    public static void Visit(RuleInput.Aggregation input, Action<AggregationLeaf> visit) => Walk(input.Answer, [], input.At, visit);

    private static void Walk(JsonElement node, FieldValue[] keys, DateTimeOffset end, Action<AggregationLeaf> visit)
    {
        if (TryGetBuckets(node, "interval_aggs"u8, out var buckets))
            VisitIntervals(buckets, keys, end, visit);
        else if (TryGetBuckets(node, "bucket_aggs"u8, out buckets))
            WalkTerms(buckets, keys, end, visit);
        else
            visit(new AggregationLeaf(node, keys, end));
    }

    private static void VisitIntervals(JsonElement buckets, FieldValue[] keys, DateTimeOffset end, Action<AggregationLeaf> visit)
    {
        foreach (var bucket in buckets.EnumerateArray())
            visit(new AggregationLeaf(bucket, keys, keys.Length > 1 ? end : Start(bucket, end)));
    }

    // The buckets of one aggregation hold the same aggregations, so it is enough to look into the first one for more.
    private static void WalkTerms(JsonElement buckets, FieldValue[] keys, DateTimeOffset end, Action<AggregationLeaf> visit)
    {
        var isLast = buckets.GetArrayLength() == 0
            || !(buckets[0].TryGetProperty("interval_aggs"u8, out _) || buckets[0].TryGetProperty("bucket_aggs"u8, out _));
        FieldValue[] path = [.. keys, default];
        foreach (var bucket in buckets.EnumerateArray())
        {
            path[^1] = new FieldValue(bucket.GetProperty("key"u8));
            if (isLast)
                visit(new AggregationLeaf(bucket, path, end));
            else
                Walk(bucket, path, end, visit);
        }
    }

    private static bool TryGetBuckets(JsonElement node, ReadOnlySpan<byte> name, out JsonElement buckets)
    {
        buckets = default;
        return node.TryGetProperty(name, out var aggregation) && aggregation.TryGetProperty("buckets"u8, out buckets);
    }

    // The number is read, since the text follows the format of the field (AGG-8).
    private static DateTimeOffset Start(JsonElement bucket, DateTimeOffset end)
    {
        if (bucket.TryGetProperty("key"u8, out var key) && key.TryGetDouble(out var milliseconds))
            return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        return bucket.TryGetProperty("key_as_string"u8, out var text) && IsoTime.TryParse(text.GetString(), out var start) ? start : end;
    }
}
