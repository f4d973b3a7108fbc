using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Selects the documents of a window: the range of time, then the filters of the rule (engine.md 3.2).</summary>
internal sealed class WindowFilter(Rule rule, RuleTypeNeeds needs)
{
    private readonly TimestampCodec _codec = new(rule.Timestamp);

    /// <summary>Writes the member <c>query</c>.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="window">The window.</param>
    /// <param name="more">Further conditions.</param>
    public void WriteQuery(Utf8JsonWriter writer, TimeWindow window, params IReadOnlyList<JsonElement> more)
    {
        writer.WriteStartObject("query");
        writer.WriteStartObject("bool");
        writer.WriteStartObject("filter");
        WriteMust(writer, window, more);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>filter</c> of an EQL or ES|QL query.</summary>
    public void WriteFilter(Utf8JsonWriter writer, TimeWindow window)
    {
        writer.WriteStartObject("filter");
        WriteMust(writer, window, []);
        writer.WriteEndObject();
    }

    /// <summary>Writes the range of time as a value.</summary>
    public void WriteRange(Utf8JsonWriter writer, TimeWindow window) => WriteRange(writer, window, "gt", "lte");

    /// <summary>Returns the condition that a document lies in one of some spans, which include their start and exclude their end.</summary>
    public JsonElement AnyOf(IReadOnlyList<TimeWindow> spans) => JsonValue.Write((this, spans), static (writer, state) =>
    {
        var (filter, spans) = state;
        writer.WriteStartObject();
        writer.WriteStartObject("bool");
        writer.WriteStartArray("should");
        foreach (var span in spans)
            filter.WriteRange(writer, span, "gte", "lt");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Returns the condition that a document has one of some ids.</summary>
    public static JsonElement Ids(IReadOnlyList<string> ids) => JsonValue.Write(ids, static (writer, ids) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("ids");
        writer.WriteStartArray("values");
        foreach (var id in ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private void WriteRange(Utf8JsonWriter writer, TimeWindow window, string after, string upTo)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("range");
        writer.WriteStartObject(rule.Timestamp.Field);
        writer.WritePropertyName(after);
        _codec.WriteBound(writer, window.Start);
        writer.WritePropertyName(upTo);
        _codec.WriteBound(writer, window.End);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteMust(Utf8JsonWriter writer, TimeWindow window, IReadOnlyList<JsonElement> more)
    {
        writer.WriteStartObject("bool");
        writer.WriteStartArray("must");
        WriteRange(writer, window);
        foreach (var filter in rule.Query.Filter.Concat(needs.Filter).Concat(more))
            filter.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
