using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Querying;

/// <summary>Wraps the aggregation of a rule type: per bucket interval, and that per part of the query key, the first part outermost (engine.md 3.8).</summary>
internal sealed class AggregationBody(Rule rule, JsonElement core, TimeSpan offset)
{
    /// <summary>Writes the members of <c>aggs</c>.</summary>
    public void WriteTo(Utf8JsonWriter writer) => WriteLevel(writer, KeyPages.Fields(rule.Query), 0);

    /// <summary>Writes the members of <c>aggs</c> for one page of the values of the query key.</summary>
    /// <param name="writer">Where to write them.</param>
    /// <param name="after">The key after which the page begins, or null for the first.</param>
    public void WritePage(Utf8JsonWriter writer, JsonElement? after)
    {
        writer.WriteStartObject("bucket_aggs");
        KeyPages.WriteComposite(writer, rule.Query, after);
        writer.WriteStartObject("aggs");
        WriteIntervals(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a terms aggregation as a member.</summary>
    public static void WriteTerms(Utf8JsonWriter writer, string field, int size, int minDocCount)
    {
        writer.WriteStartObject("terms");
        writer.WriteString("field", field);
        WriteSize(writer, size, minDocCount);
        writer.WriteEndObject();
    }

    /// <summary>Writes a terms aggregation over several fields as a member.</summary>
    public static void WriteMultiTerms(Utf8JsonWriter writer, IReadOnlyList<string> fields, int size, int minDocCount)
    {
        writer.WriteStartObject("multi_terms");
        writer.WriteStartArray("terms");
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteSize(writer, size, minDocCount);
        writer.WriteEndObject();
    }

    private void WriteLevel(Utf8JsonWriter writer, IReadOnlyList<string> keys, int level)
    {
        if (level == keys.Count)
        {
            WriteIntervals(writer);
            return;
        }

        writer.WriteStartObject("bucket_aggs");
        WriteTerms(writer, keys[level], rule.Query.TermsSize, rule.Query.MinDocCount);
        writer.WriteStartObject("aggs");
        WriteLevel(writer, keys, level + 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteIntervals(Utf8JsonWriter writer)
    {
        if (rule.Schedule.BucketInterval is not { } interval)
        {
            WriteCore(writer);
            return;
        }

        writer.WriteStartObject("interval_aggs");
        writer.WriteStartObject("date_histogram");
        writer.WriteString("field", rule.Timestamp.Field);
        writer.WriteString("fixed_interval", FixedInterval.Of(interval));
        if (offset != TimeSpan.Zero)
            writer.WriteString("offset", string.Create(CultureInfo.InvariantCulture, $"+{(long)offset.TotalSeconds}s"));
        writer.WriteEndObject();
        writer.WriteStartObject("aggs");
        WriteCore(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteCore(Utf8JsonWriter writer)
    {
        foreach (var member in core.EnumerateObject())
            member.WriteTo(writer);
    }

    private static void WriteSize(Utf8JsonWriter writer, int size, int minDocCount)
    {
        writer.WriteNumber("size", size);
        writer.WriteNumber("min_doc_count", Math.Max(minDocCount, 1));
    }
}
