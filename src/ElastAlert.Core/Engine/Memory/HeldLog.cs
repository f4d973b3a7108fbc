using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ElastAlert.Alerting;

namespace ElastAlert.Engine.Memory;

/// <summary>
/// Is the record of the aggregates of one rule, in JSON values one after another: one says which matches joined an aggregate, or that it is gone.
/// </summary>
internal sealed class HeldLog
{
    /// <summary>What the names of the parts begin with.</summary>
    public const string Prefix = "aggregates/";

    private const int SmallestLog = 64;
    private static readonly JsonReaderOptions Reading = new() { AllowMultipleValues = true };

    private readonly AppendLog _log = new(Prefix);
    private readonly Dictionary<string, int> _saved = new(StringComparer.Ordinal);
    private HeldAggregates _last = HeldAggregates.Empty;
    private long _written;

    /// <summary>Reads the aggregates that parts hold.</summary>
    /// <param name="parts">The parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public static HeldAggregates Read(IEnumerable<StatePart> parts) => new HeldLog().Restore(parts);

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <returns>The aggregates.</returns>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public HeldAggregates Restore(IEnumerable<StatePart> parts)
    {
        _log.Restore(parts);
        var aggregates = new OrderedDictionary<string, HeldAggregate>(StringComparer.Ordinal);
        var matches = new Dictionary<string, List<RuleMatch>>(StringComparer.Ordinal);
        try
        {
            foreach (var records in _log.Records)
                Read(records, aggregates, matches);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StateFormatException("Saved aggregates cannot be read: they are damaged, or written by a newer version.", exception);
        }

        _last = HeldAggregates.Of([.. aggregates.Values.Select(item => item with { Matches = matches[item.Id] })]);
        foreach (var aggregate in _last.Items)
            _saved.Add(aggregate.Id, aggregate.Matches.Count);
        return _last;
    }

    /// <summary>Takes note of the aggregates as they are now; those that are gone are forgotten when the log has grown.</summary>
    /// <param name="held">The aggregates.</param>
    public void Set(HeldAggregates held)
    {
        if (ReferenceEquals(held, _last))
            return;
        _last = held;
        var gone = _saved.Keys.Except(held.Items.Select(static item => item.Id), StringComparer.Ordinal).ToList();
        var grown = held.Items.Where(item => item.Matches.Count != _saved.GetValueOrDefault(item.Id, -1)).ToList();
        var alive = held.Items.Sum(static item => 1 + item.Matches.Count);
        _written += gone.Count + grown.Sum(item => 1 + item.Matches.Count - _saved.GetValueOrDefault(item.Id));
        if (alive == 0 || (_written > SmallestLog && _written > 2 * alive))
            Replace(held, alive);
        else
            _log.Append(0, Write(gone, grown));
        gone.ForEach(id => _saved.Remove(id));
        grown.ForEach(item => _saved[item.Id] = item.Matches.Count);
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    private void Replace(HeldAggregates held, long alive)
    {
        _saved.Clear();
        _log.Replace(0, Write([], held.Items));
        _written = alive;
        foreach (var aggregate in held.Items)
            _saved.Add(aggregate.Id, aggregate.Matches.Count);
    }

    private ReadOnlyMemory<byte> Write(IReadOnlyList<string> gone, IReadOnlyList<HeldAggregate> grown)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        foreach (var id in gone)
            Write(buffer, writer => writer.WriteString("gone"u8, id));
        foreach (var aggregate in grown)
            Write(buffer, writer => Write(writer, aggregate, _saved.GetValueOrDefault(aggregate.Id)));
        return buffer.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, HeldAggregate aggregate, int saved)
    {
        writer.WriteString("id"u8, aggregate.Id);
        if (aggregate.Key is not null)
            writer.WriteString("key"u8, aggregate.Key);
        writer.WriteString("alert_time"u8, aggregate.AlertTime);
        writer.WriteNumber("number"u8, aggregate.Number);
        if (aggregate.IsEnhanced)
            writer.WriteBoolean("enhanced"u8, true);
        writer.WritePropertyName("matches"u8);
        writer.WriteRawValue(MatchCodec.Write([.. aggregate.Matches.Skip(saved)]).Span, skipInputValidation: true);
    }

    private void Read(ReadOnlyMemory<byte> records, OrderedDictionary<string, HeldAggregate> aggregates, Dictionary<string, List<RuleMatch>> matches)
    {
        var reader = new Utf8JsonReader(records.Span, Reading);
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var record = document.RootElement;
            _written++;
            var isGone = record.TryGetProperty("gone", out var name);
            var id = (isGone ? name : record.GetProperty("id")).GetString()!;
            aggregates.Remove(id);
            if (isGone)
                matches.Remove(id);
            else
                Join(aggregates, matches, record, id);
        }
    }

    // The one that was joined last is at the end.
    private void Join(OrderedDictionary<string, HeldAggregate> aggregates, Dictionary<string, List<RuleMatch>> matches, JsonElement record, string id)
    {
        var joined = MatchCodec.Read(JsonMarshal.GetRawUtf8Value(record.GetProperty("matches")).ToArray());
        _written += joined.Count;
        if (!matches.TryGetValue(id, out var all))
            matches.Add(id, all = []);
        all.AddRange(joined);
        var key = record.TryGetProperty("key", out var text) ? text.GetString() : null;
        aggregates.Add(id, new HeldAggregate(id, key, record.GetProperty("alert_time").GetDateTimeOffset())
        {
            Number = record.GetProperty("number").GetInt64(),
            IsEnhanced = record.TryGetProperty("enhanced", out _),
        });
    }
}
