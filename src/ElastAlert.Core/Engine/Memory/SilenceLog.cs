using System.Buffers;
using System.Text.Json;
using ElastAlert.Alerting;

namespace ElastAlert.Engine.Memory;

/// <summary>Is the record of the silences that one rule has set, in lines of JSON; of several lines about one key, the last counts.</summary>
internal sealed class SilenceLog
{
    /// <summary>What the names of the parts begin with.</summary>
    public const string Prefix = "silence/";

    private const int SmallestLog = 64;

    private readonly Dictionary<string, Silence> _silences = new(StringComparer.Ordinal);
    private readonly AppendLog _log = new(Prefix);
    private int _lines;

    /// <summary>Gets the silences.</summary>
    public IReadOnlyCollection<Silence> Silences => _silences.Values;

    /// <summary>Reads silences from parts of any rule.</summary>
    /// <param name="parts">The parts.</param>
    public static IReadOnlyCollection<Silence> Read(IEnumerable<StatePart> parts)
    {
        var log = new SilenceLog();
        log.Restore(parts);
        return log.Silences;
    }

    /// <summary>Takes over saved parts.</summary>
    /// <param name="parts">All parts of the rule.</param>
    /// <exception cref="StateFormatException">A part cannot be read.</exception>
    public void Restore(IEnumerable<StatePart> parts)
    {
        _log.Restore(parts);
        try
        {
            foreach (var records in _log.Records)
                ReadLines(records.Span);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StateFormatException("Saved silences cannot be read: they are damaged, or written by a newer version.", exception);
        }
    }

    /// <summary>Adds silences, and forgets those without effect when the log has grown.</summary>
    /// <param name="silences">The silences.</param>
    /// <param name="alerting">How matches of the rule become alerts.</param>
    /// <param name="now">The moment.</param>
    public void Add(IReadOnlyCollection<Silence> silences, RuleAlerting alerting, DateTimeOffset now)
    {
        foreach (var silence in silences)
            _silences[silence.Key] = silence;
        _lines += silences.Count;
        if (_lines <= SmallestLog || _lines <= 2 * _silences.Count)
        {
            _log.Append(0, Write(silences));
            return;
        }

        foreach (var forgotten in _silences.Values.Where(silence => RealertPolicy.IsForgotten(alerting, silence, now)).ToList())
            _silences.Remove(forgotten.Key);
        _log.Replace(0, Write(_silences.Values));
        _lines = _silences.Count;
    }

    /// <summary>Returns the parts that changed since the last save.</summary>
    public IReadOnlyList<StatePart> Save() => _log.Save();

    private static ReadOnlyMemory<byte> Write(IReadOnlyCollection<Silence> silences)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * Math.Max(silences.Count, 1));
        using var writer = new Utf8JsonWriter(buffer);
        foreach (var silence in silences)
        {
            writer.Reset();
            writer.WriteStartObject();
            writer.WriteString("key"u8, silence.Key);
            writer.WriteString("until"u8, silence.Until);
            writer.WriteNumber("exponent"u8, silence.Exponent);
            writer.WriteEndObject();
            writer.Flush();
            buffer.Write("\n"u8);
        }

        return buffer.WrittenMemory;
    }

    private void ReadLines(ReadOnlySpan<byte> records)
    {
        foreach (var range in records.Split((byte)'\n'))
        {
            if (records[range].IsEmpty)
                continue;
            var line = JsonElement.Parse(records[range]);
            var key = line.GetProperty("key").GetString()!;
            _silences[key] = new Silence(key, line.GetProperty("until").GetDateTimeOffset(), line.GetProperty("exponent").GetInt32());
            _lines++;
        }
    }
}
