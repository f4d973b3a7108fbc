using System.Text.Json;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Is a page of the values of a query key: the buckets of a composite aggregation, in the shape and order that terms have.</summary>
internal sealed class KeyPage
{
    private readonly List<JsonElement> _buckets;
    private readonly int _parts;

    private KeyPage(List<JsonElement> buckets, int parts)
    {
        _buckets = buckets;
        _parts = parts;
    }

    /// <summary>Gets whether there was an index to aggregate.</summary>
    public bool IsFound { get; private init; }

    /// <summary>Gets whether this is the first page.</summary>
    public bool IsFirst { get; private init; }

    /// <summary>Gets the number of buckets that the server gave, those that are too small included.</summary>
    public int Count { get; private init; }

    /// <summary>Gets the key after which the next page begins.</summary>
    public JsonElement? Last { get; private init; }

    /// <summary>Gets the number of documents of the window, counted by the first page.</summary>
    public long Total { get; private init; }

    /// <summary>Gets what the answer lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; private init; }

    /// <summary>Reads an answer.</summary>
    public static KeyPage Read(JsonElement answer, string aggregation, RuleQuery query, bool isFirst)
    {
        JsonElement composite = default;
        var isFound = answer.TryGetProperty("aggregations", out var aggregations) && aggregations.TryGetProperty(aggregation, out composite);
        List<JsonElement> buckets = isFound ? [.. composite.GetProperty("buckets").EnumerateArray()] : [];
        return new KeyPage([.. buckets.Where(bucket => CountOf(bucket) >= query.MinDocCount)], KeyPages.Fields(query).Count)
        {
            IsFound = isFound,
            IsFirst = isFirst,
            Count = buckets.Count,
            Last = isFound && composite.TryGetProperty("after_key", out var last) ? last : null,
            Total = isFirst ? SearchPage.TotalOf(answer) : 0,
            Partial = PartialAnswerReader.Read(answer),
        };
    }

    /// <summary>Returns the values and their numbers of documents, with memory of their own.</summary>
    public IReadOnlyList<TermsBucket> ToTerms() => [.. _buckets.OrderByDescending(CountOf).Select(bucket => new TermsBucket(TermOf(bucket), CountOf(bucket)))];

    /// <summary>Returns the buckets as nested terms aggregations named <c>bucket_aggs</c> give them, with memory of their own.</summary>
    public JsonElement ToNested() => JsonValue.Write(this, static (writer, page) =>
    {
        writer.WriteStartObject();
        page.WriteLevel(writer, page._buckets, 0);
        writer.WriteEndObject();
    });

    private static long CountOf(JsonElement bucket) => bucket.GetProperty("doc_count").GetInt64();

    private static JsonElement PartOf(JsonElement bucket, int place) => bucket.GetProperty("key").GetProperty(CompositeKeys.PartName(place));

    // A terms aggregation gives truth values as 1 and 0.
    private static JsonElement ValueOf(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.True => JsonValue.Of(1),
        JsonValueKind.False => JsonValue.Of(0),
        _ => part,
    };

    // A key of several fields reads as the documents carry it.
    private FieldValue TermOf(JsonElement bucket) => _parts == 1
        ? new FieldValue(ValueOf(PartOf(bucket, 0))).ToOwned()
        : new FieldValue(JsonValue.Of(string.Join(", ", Enumerable.Range(0, _parts).Select(place => PythonText.Of(PartOf(bucket, place))))));

    private void WriteLevel(Utf8JsonWriter writer, IEnumerable<JsonElement> buckets, int level)
    {
        writer.WriteStartObject("bucket_aggs");
        writer.WriteStartArray("buckets");
        if (level == _parts - 1)
        {
            foreach (var bucket in buckets.OrderByDescending(CountOf))
                WriteLeaf(writer, bucket, level);
        }
        else
        {
            foreach (var group in buckets.GroupBy(bucket => new FieldValue(PartOf(bucket, level)).ToKey()).OrderByDescending(static group => group.Sum(CountOf)))
                WriteGroup(writer, [.. group], level);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteGroup(Utf8JsonWriter writer, List<JsonElement> buckets, int level)
    {
        writer.WriteStartObject();
        WriteKey(writer, buckets[0], level);
        WriteLevel(writer, buckets, level + 1);
        writer.WriteEndObject();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, JsonElement bucket, int level)
    {
        writer.WriteStartObject();
        WriteKey(writer, bucket, level);
        foreach (var member in bucket.EnumerateObject().Where(static member => member.Name != "key"))
            member.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, JsonElement bucket, int level)
    {
        var part = PartOf(bucket, level);
        writer.WritePropertyName("key");
        ValueOf(part).WriteTo(writer);
        if (part.ValueKind is JsonValueKind.True or JsonValueKind.False)
            writer.WriteString("key_as_string", part.GetRawText());
    }
}
