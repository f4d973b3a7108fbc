using System.Buffers;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting;

/// <summary>Writes matches into the state and reads them back: a JSON array of fields, moment and summary.</summary>
internal static class MatchCodec
{
    // What a match needs besides its fields and its summary, and what the writer wants to be free at the end.
    private const int SizeOfRest = 80;
    private const int Slack = 512;
    private const int MostBytesPerCharacter = 6;

    /// <summary>Writes matches.</summary>
    /// <param name="matches">The matches.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<RuleMatch> matches)
    {
        var fields = matches.Select(static match => match.Fields.ToUtf8()).ToArray();
        var size = fields.Sum(static json => json.Length + SizeOfRest) + matches.Sum(static match => match.Summary.Length);
        var longest = matches.Select(static match => match.Summary.Length).DefaultIfEmpty().Max();
        var buffer = new ArrayBufferWriter<byte>(size + (MostBytesPerCharacter * longest) + Slack);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartArray();
            foreach (var (place, match) in matches.Index())
                Write(writer, match, fields[place]);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads matches; each has memory of its own.</summary>
    /// <param name="content">What <see cref="Write(IReadOnlyList{RuleMatch})"/> wrote.</param>
    /// <exception cref="StateFormatException">The content is something else.</exception>
    public static IReadOnlyList<RuleMatch> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            var matches = new List<RuleMatch>();
            var reader = new Utf8JsonReader(content.Span);
            Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                matches.Add(ReadMatch(ref reader, content.Span));
            Expect(reader.TokenType == JsonTokenType.EndArray && !reader.Read());
            return matches;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new StateFormatException("Saved matches cannot be read: they are damaged, or written by a newer version.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, RuleMatch match, byte[] fields)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("fields"u8);
        writer.WriteRawValue(fields, skipInputValidation: true);
        writer.WriteString("at"u8, match.Timestamp);
        if (match.Summary.Length > 0)
            writer.WriteString("summary"u8, match.Summary);
        writer.WriteEndObject();
    }

    private static RuleMatch ReadMatch(ref Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        byte[]? fields = null;
        DateTimeOffset? at = null;
        var summary = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isFields, isAt, isSummary) = (reader.ValueTextEquals("fields"u8), reader.ValueTextEquals("at"u8), reader.ValueTextEquals("summary"u8));
            reader.Read();
            if (isFields)
                fields = ReadObject(ref reader, content);
            else if (isAt)
                at = reader.GetDateTimeOffset();
            else if (isSummary)
                summary = reader.GetString()!;
            else
                reader.Skip();
        }

        Expect(fields is not null && at is not null && reader.TokenType == JsonTokenType.EndObject);
        return new RuleMatch { Fields = Document.Of(fields!), Timestamp = at!.Value, Summary = summary };
    }

    private static byte[] ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return content[start..(int)reader.BytesConsumed].ToArray();
    }

    private static void Expect(bool isAsWritten)
    {
        if (!isAsWritten)
            throw new FormatException();
    }
}
