using System.Buffers;
using System.Text.Json;

namespace ElastAlert.Engine.Memory;

/// <summary>Writes the answer to a seed query into the state, so that an interrupted scan goes on where it was.</summary>
internal static class SeedCodec
{
    /// <summary>Writes an answer.</summary>
    /// <param name="seed">The answer and its query.</param>
    public static ReadOnlyMemory<byte> Write(RuleInput.Seed seed)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, seed.Query.Name);
            writer.WriteString("index"u8, seed.Query.Index);
            writer.WritePropertyName("body"u8);
            seed.Query.Body.WriteTo(writer);
            writer.WritePropertyName("answer"u8);
            seed.Answer.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="content">What <see cref="Write"/> wrote.</param>
    /// <exception cref="StateFormatException">The content is something else.</exception>
    public static RuleInput.Seed Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            var root = JsonElement.Parse(content.Span);
            var query = new SeedQuery(
                root.GetProperty("name").GetString()!, root.GetProperty("index").GetString()!, root.GetProperty("body"));
            return new RuleInput.Seed(query, root.GetProperty("answer"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new StateFormatException("A saved answer cannot be read: it is damaged, or written by a newer version.", exception);
        }
    }
}
