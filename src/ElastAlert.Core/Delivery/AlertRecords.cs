using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Delivery;

/// <summary>Makes the records of settled alerts in ElastAlert's own shape, one a match (engine.md 6.3; Q65 and Q66 are mended).</summary>
/// <param name="rule">The rule.</param>
/// <param name="alertInfo">What describes the first alerter.</param>
internal sealed class AlertRecords(Rule rule, IReadOnlyDictionary<string, JsonElement> alertInfo)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "match_body", "rule_name", "alert_info", "alert_sent", "alert_time", "match_time", "alert_exception", "aggregate_id",
        "aggregation_key", "category", "description", "owner", "priority", "@timestamp",
    };

    /// <summary>Makes the records.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="matches">Its matches.</param>
    /// <param name="entries">The entries as they are now.</param>
    /// <param name="written">When the records are written.</param>
    public IReadOnlyList<HistoryDocument> Of(
        OutboxAlert alert, IReadOnlyList<RuleMatch> matches, IReadOnlyList<OutboxEntry> entries, DateTimeOffset written)
    {
        var outcome = entries.All(static entry => entry.State == OutboxEntryState.Delivered) ? "" : "!";
        var head = Id(alert.Id, 0, outcome);
        return [.. matches.Select((match, place) => new HistoryDocument(
            HistoryKind.Alert,
            place == 0 ? head : Id(alert.Id, place, outcome),
            Write(alert, match, entries, place == 0 ? null : head, written)))];
    }

    // The id of an alert holds the name of its rule, which can be longer than the id of a document may be. A dead letter that is
    // sent after all gets records of its own, since records are written once.
    private static string Id(string alertId, int place, string outcome)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{alertId}#{place}{outcome}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private ArraySegment<byte> Write(
        OutboxAlert alert, RuleMatch match, IReadOnlyList<OutboxEntry> entries, string? head, DateTimeOffset written)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("match_body"u8);
            WriteMatch(writer, match.Fields);
            writer.WriteString("rule_name"u8, rule.Name);
            WriteInfo(writer);
            WriteOutcome(writer, entries);
            writer.WriteString("alert_time"u8, IsoTime.Format(IsoTime.Truncate(alert.AlertTime.ToUniversalTime())));
            WriteRoot(writer, match.Fields);
            WriteMetadata(writer);
            WriteMatchTime(writer, match.Fields);
            if (head is not null)
                writer.WriteString("aggregate_id"u8, head);
            writer.WriteString("@timestamp"u8, IsoTime.Format(IsoTime.Truncate(written.ToUniversalTime())));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteInfo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("alert_info"u8);
        foreach (var (name, value) in alertInfo)
            WriteMember(writer, name, value);
        writer.WriteEndObject();
    }

    // Q57: an alert counts as sent when any channel delivered it, and the error of one that did not is kept all the same.
    private static void WriteOutcome(Utf8JsonWriter writer, IReadOnlyList<OutboxEntry> entries)
    {
        var dead = entries.LastOrDefault(static entry => entry.State == OutboxEntryState.Dead);
        writer.WriteBoolean("alert_sent"u8, entries.Count == 0 || entries.Any(static entry => entry.State == OutboxEntryState.Delivered));
        if (dead is not null)
            writer.WriteString("alert_exception"u8, dead.LastError);
    }

    private void WriteMatch(Utf8JsonWriter writer, Document fields)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields.Members)
            WriteMember(writer, name, value);
        writer.WriteEndObject();
    }

    private void WriteRoot(Utf8JsonWriter writer, Document fields)
    {
        if (!rule.Alerting.IncludeMatchInRoot)
            return;
        foreach (var (name, value) in fields.Members)
        {
            if (!name.StartsWith('_') && !Reserved.Contains(name))
                WriteMember(writer, name, value);
        }
    }

    private void WriteMetadata(Utf8JsonWriter writer)
    {
        if (!rule.Alerting.AddMetadataAlert)
            return;
        writer.WriteString("category"u8, rule.Category);
        writer.WriteString("description"u8, rule.Description);
        writer.WriteString("owner"u8, rule.Owner);
        writer.WriteNumber("priority"u8, rule.Priority);
    }

    private void WriteMatchTime(Utf8JsonWriter writer, Document fields)
    {
        var time = fields.Find(rule.Timestamp.Field);
        if (time.IsMissing)
            return;
        writer.WritePropertyName("match_time"u8);
        time.Element.WriteTo(writer);
    }

    private void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(rule.Alerting.ReplaceDotsInFieldNames ? name.Replace('.', '_') : name);
        WriteValue(writer, value);
    }

    private void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        if (!rule.Alerting.ReplaceDotsInFieldNames || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            value.WriteTo(writer);
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                WriteValue(writer, item);
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
            WriteMember(writer, member.Name, member.Value);
        writer.WriteEndObject();
    }
}
