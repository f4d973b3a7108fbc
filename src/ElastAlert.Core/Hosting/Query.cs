using System.Text.Json;

using ElastAlert.Values;

namespace ElastAlert.Hosting;

/// <summary>Writes the filters of rules in code, in the query language of the search cluster.</summary>
public static class Query
{
    /// <summary>Returns documents that a query text finds, such as <c>level:error AND NOT host:test*</c>.</summary>
    /// <param name="query">The text, in Lucene's notation.</param>
    public static JsonElement Text(string query)
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        return JsonValue.Write(query, static (writer, text) => WriteNested(writer, "query_string", "query", text));
    }

    /// <summary>Returns documents whose field has exactly a value.</summary>
    /// <param name="field">The field; of a text its <c>.keyword</c> form.</param>
    /// <param name="value">The value.</param>
    public static JsonElement Term(string field, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return JsonValue.Write((field, value), static (writer, term) => WriteNested(writer, "term", term.field, term.value));
    }

    /// <summary>Returns documents whose field has a number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    public static JsonElement Term(string field, long value)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return JsonValue.Write((field, value), static (writer, term) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("term");
            writer.WriteNumber(term.field, term.value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    /// <summary>Returns documents that have a field.</summary>
    /// <param name="field">The field.</param>
    public static JsonElement Exists(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return JsonValue.Write(field, static (writer, name) => WriteNested(writer, "exists", "field", name));
    }

    /// <summary>Returns documents that a query in JSON finds.</summary>
    /// <param name="json">One query object.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Json(string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        return JsonElement.Parse(json);
    }

    private static void WriteNested(Utf8JsonWriter writer, string outer, string inner, string value)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(outer);
        writer.WriteString(inner, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
