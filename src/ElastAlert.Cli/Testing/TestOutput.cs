using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Cli.Testing;

/// <summary>Is what a rule test found, for <c>--formatted-output</c>.</summary>
internal sealed class TestOutput
{
    public long? Hits { get; set; }

    public double? Days { get; set; }

    public IReadOnlyList<Document> Documents { get; set; } = [];

    public List<HistoryDocument> Writeback { get; } = [];

    /// <summary>Returns the name of a kind of record in the reference.</summary>
    public static string KindOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Alert => "elastalert",
        HistoryKind.Status => "elastalert_status",
        HistoryKind.Silence => "silence",
        _ => "elastalert_error",
    };

    public string ToJson() => JsonValue.Write(this, static (writer, output) => output.WriteTo(writer)).GetRawText();

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Hits is { } hits)
            writer.WriteNumber("hits", hits);
        if (Days is { } days)
            writer.WriteNumber("days", days);
        if (Documents.Count > 0)
        {
            writer.WritePropertyName("result");
            Documents[0].WriteTo(writer);
            writer.WriteStartArray("terms");
            foreach (var (name, _) in Documents[0].Members)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteStartArray("results");
            foreach (var document in Documents)
                document.WriteTo(writer);
            writer.WriteEndArray();
        }

        // Several documents of one kind stand in a list: the reference keeps only the last (Q75).
        writer.WriteStartObject("writeback");
        foreach (var kind in Writeback.GroupBy(static document => KindOf(document.Kind)))
        {
            writer.WriteStartArray(kind.Key);
            foreach (var document in kind)
                writer.WriteRawValue(document.Content.Span);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
