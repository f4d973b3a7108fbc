using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Identifies one version of a document.</summary>
/// <param name="SequenceNumber">The sequence number.</param>
/// <param name="PrimaryTerm">The primary term.</param>
internal readonly record struct DocumentVersion(long SequenceNumber, long PrimaryTerm)
{
    /// <summary>Reads the version from a document, hit or answer to a write.</summary>
    public static DocumentVersion Of(JsonElement document) =>
        new(document.GetProperty("_seq_no").GetInt64(), document.GetProperty("_primary_term").GetInt64());
}
