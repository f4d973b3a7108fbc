using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Engine.Services;

/// <summary>Makes the records of runs, silences and errors in ElastAlert's own shape (engine.md 6.4).</summary>
internal static class RunRecords
{
    /// <summary>Makes the record of a completed run.</summary>
    /// <param name="commitId">The commit that completed it.</param>
    /// <param name="report">The report.</param>
    /// <param name="written">When it is written.</param>
    public static HistoryDocument Status(string commitId, RunReport report, DateTimeOffset written) =>
        new(HistoryKind.Status, commitId, Write((report, written), static (writer, state) =>
        {
            var (report, written) = state;
            writer.WriteString("rule_name"u8, report.Rule);
            writer.WriteString("starttime"u8, IsoTime.Format(report.Window!.Value.Start.ToUniversalTime()));
            writer.WriteString("endtime"u8, IsoTime.Format(report.Window.Value.End.ToUniversalTime()));
            writer.WriteNumber("matches"u8, report.Matches);
            writer.WriteNumber("hits"u8, report.Hits);
            writer.WriteString("@timestamp"u8, IsoTime.Format(written));
            writer.WritePropertyName("time_taken"u8);
            writer.WriteRawValue(PythonText.OfDouble(report.TimeTaken.TotalSeconds));
        }));

    /// <summary>Makes the record of a silence.</summary>
    /// <param name="id">The id.</param>
    /// <param name="silence">The silence.</param>
    /// <param name="written">When it is written.</param>
    public static HistoryDocument Silence(string id, Silence silence, DateTimeOffset written) =>
        new(HistoryKind.Silence, id, Write((silence, written), static (writer, state) =>
        {
            writer.WriteNumber("exponent"u8, state.silence.Exponent);
            writer.WriteString("rule_name"u8, state.silence.Key);
            writer.WriteString("@timestamp"u8, IsoTime.Format(state.written));
            writer.WriteString("until"u8, IsoTime.Format(IsoTime.Truncate(state.silence.Until.ToUniversalTime())));
        }));

    /// <summary>Makes the records of the silences that a commit sets.</summary>
    /// <param name="commitId">The commit.</param>
    /// <param name="silences">The silences.</param>
    /// <param name="written">When they are written.</param>
    public static IEnumerable<HistoryDocument> Silences(string commitId, IEnumerable<Silence> silences, DateTimeOffset written) =>
        silences.Select((silence, place) => Silence(string.Create(CultureInfo.InvariantCulture, $"{commitId}-{place}"), silence, written));

    /// <summary>Makes the record of a handled error.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="data">What it was about.</param>
    /// <param name="exception">What was thrown, or <see langword="null"/>.</param>
    /// <param name="written">When it is written.</param>
    public static HistoryDocument Error(string message, ErrorData data, Exception? exception, DateTimeOffset written) =>
        new(HistoryKind.Error, Guid.NewGuid().ToString("N"), Write((message, data, exception, written), static (writer, state) =>
        {
            writer.WriteString("message"u8, state.message);
            writer.WriteStartArray("traceback"u8);
            foreach (var line in state.exception?.ToString().Split('\n') ?? ["NoneType: None"])
                writer.WriteStringValue(line.TrimEnd('\r'));
            writer.WriteEndArray();
            WriteData(writer, state.data);
            writer.WriteString("@timestamp"u8, IsoTime.Format(state.written));
        }));

    private static void WriteData(Utf8JsonWriter writer, ErrorData data)
    {
        if (data.Rule is null)
            return;
        writer.WriteStartObject("data"u8);
        writer.WriteString("rule"u8, data.Rule);
        if (!data.Query.IsEmpty)
        {
            writer.WritePropertyName("query"u8);
            writer.WriteRawValue(data.Query.Span);
        }

        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer, state);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
