using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Writes the entries of an alert into its document, and reads them again.</summary>
internal static class EntryJson
{
    /// <summary>Is the name of the field.</summary>
    public const string Field = "entries";

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<OutboxEntry> entries)
    {
        writer.WriteStartArray(Field);
        foreach (var entry in entries)
            Write(writer, entry);
        writer.WriteEndArray();
    }

    public static IReadOnlyList<OutboxEntry> Read(JsonElement source) => [.. source.GetProperty(Field).EnumerateArray().Select(ReadEntry)];

    private static void Write(Utf8JsonWriter writer, OutboxEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("channel"u8, entry.Channel);
        writer.WriteString("subject"u8, entry.Subject);
        writer.WriteString("body"u8, entry.Body);
        writer.WriteNumber("state"u8, (int)entry.State);
        writer.WriteNumber("attempts"u8, entry.Attempts);
        writer.WriteString("next_attempt"u8, entry.NextAttempt);
        writer.WriteString("deadline"u8, entry.Deadline);
        if (entry.LastError is not null)
            writer.WriteString("last_error"u8, entry.LastError);
        if (entry.Receipt is not null)
            Write(writer, entry.Receipt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AlertReceipt receipt)
    {
        // An array of names and values: a name may be empty or hold dots, which fields of a document may not.
        writer.WriteStartArray("receipt"u8);
        foreach (var (name, value) in receipt.Values)
        {
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static OutboxEntry ReadEntry(JsonElement entry) => new()
    {
        Channel = entry.GetProperty("channel").GetString()!,
        Subject = entry.GetProperty("subject").GetString()!,
        Body = entry.GetProperty("body").GetString()!,
        State = (OutboxEntryState)entry.GetProperty("state").GetInt32(),
        Attempts = entry.GetProperty("attempts").GetInt32(),
        NextAttempt = entry.GetProperty("next_attempt").GetDateTimeOffset(),
        Deadline = entry.GetProperty("deadline").GetDateTimeOffset(),
        LastError = entry.TryGetProperty("last_error", out var error) ? error.GetString() : null,
        Receipt = entry.TryGetProperty("receipt", out var receipt) ? ReadReceipt(receipt) : null,
    };

    private static AlertReceipt ReadReceipt(JsonElement receipt) => new()
    {
        Values = receipt.EnumerateArray().Chunk(2).ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString()!),
    };
}
