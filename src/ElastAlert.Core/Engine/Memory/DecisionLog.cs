using System.Buffers;
using System.Text.Json;

namespace ElastAlert.Engine.Memory;

/// <summary>Keeps for some time what was decided about each match, in lines of JSON, in buckets of an hour.</summary>
internal sealed class DecisionLog
{
    private const string Prefix = "why/";

    private readonly AppendLog _log = new(Prefix);

    /// <summary>Reads the decisions that parts hold, the oldest first.</summary>
    /// <param name="parts">The parts of the rule.</param>
    public static IReadOnlyList<MatchDecision> Read(IEnumerable<StatePart> parts)
    {
        var log = new DecisionLog();
        log.Restore(parts);
        return [.. log._log.Records.SelectMany(static records => ReadLines(records.ToArray()))];
    }

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public void Restore(IEnumerable<StatePart> parts) => _log.Restore(parts);

    /// <summary>Adds decisions and forgets old ones.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="retention">How long decisions are kept.</param>
    /// <param name="now">The moment.</param>
    public void Add(IReadOnlyList<MatchDecision> decisions, TimeSpan retention, DateTimeOffset now)
    {
        _log.RemoveBefore(Hour(now - retention));
        _log.Append(Hour(now), Write(decisions));
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    private static long Hour(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerHour;

    private static ReadOnlyMemory<byte> Write(IReadOnlyList<MatchDecision> decisions)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        foreach (var decision in decisions)
        {
            writer.Reset();
            Write(writer, decision);
            writer.Flush();
            buffer.Write("\n"u8);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, MatchDecision decision)
    {
        writer.WriteStartObject();
        writer.WriteString("match_time"u8, decision.MatchTime);
        writer.WriteString("decided_at"u8, decision.DecidedAt);
        writer.WriteString("outcome"u8, decision.Outcome.ToString());
        writer.WriteString("silence_key"u8, decision.SilenceKey);
        if (decision.DocumentId is not null)
            writer.WriteString("document"u8, decision.DocumentId);
        if (decision.AlertId is not null)
            writer.WriteString("alert"u8, decision.AlertId);
        if (decision.Until is { } until)
            writer.WriteString("until"u8, until);
        if (decision.By is not null)
            writer.WriteString("by"u8, decision.By);
        writer.WriteEndObject();
    }

    private static IEnumerable<MatchDecision> ReadLines(byte[] records)
    {
        foreach (var range in Lines(records))
        {
            var line = JsonElement.Parse(records.AsSpan(range));
            yield return new MatchDecision
            {
                MatchTime = line.GetProperty("match_time").GetDateTimeOffset(),
                DecidedAt = line.GetProperty("decided_at").GetDateTimeOffset(),
                Outcome = Enum.Parse<MatchOutcome>(line.GetProperty("outcome").GetString()!),
                SilenceKey = line.GetProperty("silence_key").GetString()!,
                DocumentId = Text(line, "document"),
                AlertId = Text(line, "alert"),
                Until = line.TryGetProperty("until", out var until) ? until.GetDateTimeOffset() : null,
                By = Text(line, "by"),
            };
        }
    }

    private static List<Range> Lines(byte[] records)
    {
        var lines = new List<Range>();
        foreach (var range in records.AsSpan().Split((byte)'\n'))
        {
            if (!records.AsSpan(range).IsEmpty)
                lines.Add(range);
        }

        return lines;
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;
}
