using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Asks for the buckets of an overlap, and reads the answer.</summary>
internal static class OverlapAggregation
{
    /// <summary>Writes the member <c>aggs</c>.</summary>
    public static void WriteTo(Utf8JsonWriter writer, OverlapPlan plan, string field, WindowFilter filter)
    {
        writer.WriteStartObject("aggs");
        writer.WriteStartObject("overlap");
        writer.WritePropertyName("filter");
        filter.WriteRange(writer, plan.Overlap);
        writer.WriteStartObject("aggs");
        writer.WriteStartObject("buckets");
        WriteHistogram(writer, plan, field);
        WriteSum(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Returns whether shards refused to aggregate; documents of such a shard are not among the hits either.</summary>
    public static bool IsRefused(PartialAnswer? partial) =>
        partial is not null && partial.Reasons.Any(reason => reason.Contains("aggregation", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the buckets of an answer, or null where no index was searched.</summary>
    public static IReadOnlyList<OverlapBucket>? Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("aggregations", out var aggregations) || !aggregations.TryGetProperty("overlap", out var overlap))
            return null;
        return [.. overlap.GetProperty("buckets").GetProperty("buckets").EnumerateArray().Select(ReadBucket)];
    }

    private static OverlapBucket ReadBucket(JsonElement bucket)
    {
        var sum = bucket.GetProperty("sequence").GetProperty("value");
        return new OverlapBucket(
            bucket.GetProperty("key").GetInt64(),
            bucket.GetProperty("doc_count").GetInt64(),
            sum.ValueKind == JsonValueKind.Number ? sum.GetDouble() : double.NaN);
    }

    private static void WriteHistogram(Utf8JsonWriter writer, OverlapPlan plan, string field)
    {
        writer.WriteStartObject("date_histogram");
        writer.WriteString("field", field);
        writer.WriteString("fixed_interval", FixedInterval.Of(plan.Interval));
        writer.WriteNumber("min_doc_count", 1);
        writer.WriteEndObject();
    }

    private static void WriteSum(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("aggs");
        writer.WriteStartObject("sequence");
        writer.WriteStartObject("sum");
        writer.WriteString("field", "_seq_no");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
