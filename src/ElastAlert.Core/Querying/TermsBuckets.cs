using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Reads the buckets of the aggregation <c>counts</c>.</summary>
internal static class TermsBuckets
{
    /// <summary>Finds the aggregation; there is none where no index was searched.</summary>
    public static bool TryFind(JsonElement answer, out JsonElement counts)
    {
        counts = default;
        return answer.TryGetProperty("aggregations", out var aggregations) && aggregations.TryGetProperty("counts", out counts);
    }

    /// <summary>Returns the buckets with memory of their own.</summary>
    public static IReadOnlyList<TermsBucket> Read(JsonElement counts) =>
        [.. counts.GetProperty("buckets").EnumerateArray().Select(bucket => new TermsBucket(KeyOf(bucket), bucket.GetProperty("doc_count").GetInt64()))];

    /// <summary>Returns the number of documents that no bucket counts.</summary>
    public static long OtherDocuments(JsonElement terms) =>
        terms.TryGetProperty("sum_other_doc_count", out var others) && others.TryGetInt64(out var count) ? count : 0;

    // A key of several fields reads as the documents carry it.
    private static FieldValue KeyOf(JsonElement bucket)
    {
        var key = bucket.GetProperty("key");
        return key.ValueKind == JsonValueKind.Array
            ? new FieldValue(JsonValue.Of(string.Join(", ", key.EnumerateArray().Select(PythonText.Of))))
            : new FieldValue(key).ToOwned();
    }
}
