using System.Text;
using System.Text.Json;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Reads single values of documents and requests in the forms that fields store.</summary>
internal static class Scalars
{
    /// <summary>Gets a value as text; numbers keep the form in which they are written.</summary>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    public static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <exception cref="FormatException">The value does not belong to the type.</exception>
    public static long Encode(ref Utf8JsonReader reader, NumericType type)
    {
        if (type is IntegerType integer && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            && value >= integer.Minimum && value <= integer.Maximum)
            return value;
        return type.Encode(Text(ref reader));
    }
}
