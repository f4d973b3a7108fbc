using System.Buffers;
using System.Text.Json;

namespace ElastAlert.Engine.Memory;

/// <summary>Writes records into the state, so that a crash between a commit and the history loses none.</summary>
internal static class HistoryCodec
{
    /// <summary>Writes records.</summary>
    /// <param name="documents">The records.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<HistoryDocument> documents)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var document in documents)
            {
                writer.WriteStartObject();
                writer.WriteString("kind"u8, document.Kind.ToString());
                writer.WriteString("id"u8, document.Id);
                writer.WritePropertyName("content"u8);
                writer.WriteRawValue(document.Content.Span);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads records.</summary>
    /// <param name="content">What <see cref="Write"/> wrote.</param>
    /// <exception cref="StateFormatException">The content is something else.</exception>
    public static IReadOnlyList<HistoryDocument> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return [.. JsonElement.Parse(content.Span).EnumerateArray().Select(static item => new HistoryDocument(
                Enum.Parse<HistoryKind>(item.GetProperty("kind").GetString()!),
                item.GetProperty("id").GetString()!,
                JsonSerializerBytes(item.GetProperty("content"))))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new StateFormatException("Saved records cannot be read: they are damaged, or written by a newer version.", exception);
        }
    }

    private static ReadOnlyMemory<byte> JsonSerializerBytes(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            element.WriteTo(writer);
        return buffer.WrittenMemory;
    }
}
