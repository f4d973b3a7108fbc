using System.Text.Encodings.Web;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Post2;

/// <summary>Prepares a match for templates of JSON: every text is what stands between the quotes of a JSON string.</summary>
internal static class EscapedMatch
{
    public static Document Of(Document match) => Document.Of(Values.JsonValue.Write(match.ToJson(), Write));

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(JsonEncodedText.Encode(value.GetString()!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
