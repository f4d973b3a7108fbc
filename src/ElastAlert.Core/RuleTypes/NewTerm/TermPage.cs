using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Asks for the terms of a step of the scan page by page, and reads a page: for fields with more terms than a server gives at once.</summary>
internal static class TermPage
{
    private const string Name = "values";

    /// <summary>Returns the body of the search for a page.</summary>
    /// <param name="fields">The fields as they are scanned.</param>
    /// <param name="writeQuery">Writes the member <c>query</c>.</param>
    /// <param name="after">The term after which the page begins, or <see langword="null"/> for the first.</param>
    public static JsonElement Body(IReadOnlyList<string> fields, Action<Utf8JsonWriter> writeQuery, JsonElement? after) =>
        JsonValue.Write((fields, writeQuery, after), static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", 0);
            page.writeQuery(writer);
            writer.WriteStartObject("aggs");
            writer.WriteStartObject(Name);
            CompositeKeys.Write(writer, page.fields, CompositeKeys.LargestPage, page.after);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>Returns the term after which the next page begins, or <see langword="null"/> when this was the last.</summary>
    public static JsonElement? Next(JsonElement answer) =>
        TryFind(answer, out var values) && values.GetProperty("buckets").GetArrayLength() >= CompositeKeys.LargestPage && values.TryGetProperty("after_key", out var last)
            ? last
            : null;

    /// <summary>Returns the terms of a page, each valid until the next one is asked for; none where the answer is no page.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="parts">How many values a term has.</param>
    public static IEnumerable<FieldValue[]> Terms(JsonElement answer, int parts)
    {
        if (!TryFind(answer, out var values))
            yield break;
        var term = new FieldValue[parts];
        foreach (var bucket in values.GetProperty("buckets").EnumerateArray())
        {
            var key = bucket.GetProperty("key");
            for (var place = 0; place < parts; place++)
                term[place] = new FieldValue(key.GetProperty(CompositeKeys.PartName(place)));
            yield return term;
        }
    }

    private static bool TryFind(JsonElement answer, out JsonElement values)
    {
        values = default;
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("aggregations", out var aggregations) && aggregations.TryGetProperty(Name, out values);
    }
}
