using System.Buffers;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting;

/// <summary>Writes matches into the state and reads them back: a JSON array of fields, moment and summary.</summary>
internal static class MatchCodec
{
    /// <summary>Writes matches.</summary>
    /// <param name="matches">The matches.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<RuleMatch> matches)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartArray();
            foreach (var match in matches)
                Write(writer, match);
            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads matches.</summary>
    /// <param name="content">What <see cref="Write(IReadOnlyList{RuleMatch})"/> wrote.</param>
    /// <exception cref="StateFormatException">The content is something else.</exception>
    public static IReadOnlyList<RuleMatch> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return [.. JsonElement.Parse(content.Span).EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StateFormatException("Saved matches cannot be read: they are damaged, or written by a newer version.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, RuleMatch match)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("fields"u8);
        match.Fields.WriteTo(writer);
        writer.WriteString("at"u8, match.Timestamp);
        if (match.Summary.Length > 0)
            writer.WriteString("summary"u8, match.Summary);
        writer.WriteEndObject();
    }

    private static RuleMatch Read(JsonElement element) => new()
    {
        Fields = Document.Of(element.GetProperty("fields")),
        Timestamp = element.GetProperty("at").GetDateTimeOffset(),
        Summary = element.TryGetProperty("summary", out var summary) ? summary.GetString()! : "",
    };
}
