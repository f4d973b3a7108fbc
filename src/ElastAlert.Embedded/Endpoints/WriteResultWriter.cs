using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes what became of a write.</summary>
internal static class WriteResultWriter
{
    /// <summary>Writes the members of a result.</summary>
    public static void Write(ResponseWriter writer, SearchIndex index, WriteResult result, bool isRefreshed)
    {
        writer.Text("_index", index.Name);
        writer.Text("_id", result.Id);
        writer.Number("_version", result.Version);
        writer.Text("result", result.Outcome);
        if (isRefreshed && result.Outcome != "noop")
            writer.Flag("forced_refresh", true);
        writer.BeginObject("_shards");
        writer.Number("total", result.Outcome == "noop" ? 0 : 1);
        writer.Number("successful", result.Outcome == "noop" ? 0 : 1);
        writer.Number("failed", 0);
        writer.EndObject();
        writer.Number("_seq_no", result.SequenceNumber);
        writer.Number("_primary_term", WriteResult.PrimaryTerm);
    }
}
