using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Makes parts of payloads from fields and options.</summary>
internal static class JsonNodes
{
    private static readonly JsonWriterOptions Ascii = new() { SkipValidation = true };
    private static readonly JsonWriterOptions Utf8 = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns a value in its own type.</summary>
    public static JsonNode? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => System.Text.Json.Nodes.JsonValue.Create(value),
    };

    /// <summary>Returns the value of a field in its own type; nothing is null.</summary>
    public static JsonNode? Of(FieldValue value) => Of(value.Element);

    /// <summary>Returns an option in its own type.</summary>
    public static JsonNode? Of(OptionValue? value) => value is null ? null : Of(value.ToJson());

    /// <summary>Returns a document.</summary>
    public static JsonObject Of(Document document) => JsonObject.Create(document.ToJson())!;

    /// <summary>Returns a list of parts.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>Returns a list of texts.</summary>
    public static JsonArray List(IEnumerable<string> items) => new([.. items.Select(static item => (JsonNode?)item)]);

    /// <summary>Adds a text where there is one.</summary>
    public static void AddText(this JsonObject payload, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            payload[name] = text;
    }

    /// <summary>Adds the members of an option's mapping, or replaces those with the same name.</summary>
    public static void Overlay(this JsonObject payload, OptionMap members)
    {
        foreach (var (name, value) in members)
            payload[name] = Of(value);
    }

    /// <summary>Adds fields of a match under other names; what is absent is null.</summary>
    /// <param name="payload">Where to add them.</param>
    /// <param name="names">The new names, and the paths of the fields.</param>
    /// <param name="match">The match.</param>
    public static void OverlayFields(this JsonObject payload, OptionMap names, Document match)
    {
        foreach (var (name, path) in names)
            payload[name] = Of(match.Find(PythonText.Of(path.ToJson())));
    }

    /// <summary>Returns the text of a payload, in which everything but ASCII is escaped.</summary>
    public static byte[] ToAscii(this JsonNode payload) => Write(payload, Ascii);

    /// <summary>Returns the text of a payload in plain UTF-8.</summary>
    public static byte[] ToUtf8(this JsonNode payload) => Write(payload, Utf8);

    private static byte[] Write(JsonNode payload, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, options))
            payload.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
