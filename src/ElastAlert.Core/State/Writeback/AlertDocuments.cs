using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Writes alerts of the outbox as documents, and reads them again.</summary>
internal static class AlertDocuments
{
    private const string Open = "open";
    private const string Dead = "dead";

    /// <summary>Adds the alerts of a commit to a bulk request.</summary>
    /// <remarks>They are created, not replaced: a late repetition of the request must not undo what was recorded since.</remarks>
    public static void Write(BulkRequest bulk, CommitPlan plan)
    {
        foreach (var (id, alert) in plan.Alerts)
            bulk.Create(id, writer => Write(writer, plan, id, alert));
    }

    /// <summary>Writes the fields that recording changes.</summary>
    public static void WriteRecorded(Utf8JsonWriter writer, IReadOnlyList<OutboxEntry> entries)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("confirmed"u8, true);
        writer.WriteString("state"u8, OpenAlerts.IsOpen(entries) ? Open : Dead);
        EntryJson.Write(writer, entries);
        writer.WriteEndObject();
    }

    /// <exception cref="StateFormatException">The document cannot be read.</exception>
    public static FoundAlert Read(JsonElement hit)
    {
        var id = hit.GetProperty("_id").GetString()!;
        try
        {
            var source = hit.GetProperty("_source");
            var alert = new OutboxAlert
            {
                Id = source.GetProperty("alert").GetString()!,
                Rule = source.GetProperty("rule").GetString()!,
                DedupKey = source.GetProperty("dedup_key").GetString()!,
                AlertTime = source.GetProperty("alert_time").GetDateTimeOffset(),
                CreatedAt = source.GetProperty("created_at").GetDateTimeOffset(),
                Ordinal = source.GetProperty("ordinal").GetInt32(),
                Matches = source.GetProperty("matches").GetBytesFromBase64(),
                Entries = EntryJson.Read(source),
            };
            return new FoundAlert(alert, new AlertPlace(id, source.GetProperty("commit").GetString()!), source.GetProperty("confirmed").GetBoolean());
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StateFormatException(
                $"The document '{id}' of the outbox is damaged, or written by a newer version. It was left as it is: delete it to drop its alert.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, CommitPlan plan, string id, OutboxAlert alert)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, id);
        writer.WriteString("rule_id"u8, plan.Next.RuleKey);
        writer.WriteString("rule"u8, alert.Rule);
        writer.WriteNumber("generation"u8, plan.Next.Generation);
        writer.WriteString("commit"u8, plan.CommitKey);
        writer.WriteBoolean("confirmed"u8, false);
        writer.WriteString("state"u8, Open);
        writer.WriteString("alert"u8, alert.Id);
        writer.WriteString("dedup_key"u8, alert.DedupKey);
        writer.WriteString("alert_time"u8, alert.AlertTime);
        writer.WriteString("created_at"u8, alert.CreatedAt);
        writer.WriteNumber("ordinal"u8, alert.Ordinal);
        writer.WriteBase64String("matches"u8, alert.Matches.Span);
        EntryJson.Write(writer, alert.Entries);
        writer.WriteEndObject();
    }
}
