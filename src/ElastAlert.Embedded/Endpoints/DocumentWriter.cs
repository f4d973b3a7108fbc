using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes a document that was asked for by its id.</summary>
internal static class DocumentWriter
{
    /// <summary>Writes the members of the answer.</summary>
    /// <returns>Whether there is such a document.</returns>
    public static bool Write(ResponseWriter writer, SearchIndex index, string id, SourceFilter source)
    {
        writer.Text("_index", index.Name);
        writer.Text("_id", id);
        if (index.Find(id) is not { } place)
        {
            writer.Flag("found", false);
            return false;
        }

        ref readonly var document = ref index.Segment[place];
        writer.Number("_version", document.Version);
        writer.Number("_seq_no", document.SequenceNumber);
        writer.Number("_primary_term", WriteResult.PrimaryTerm);
        writer.Flag("found", true);
        new HitWriter(writer, new FetchOptions { Source = source }).WriteSource(document);
        return true;
    }

    public static SourceFilter ReadFilter(EmbeddedRequest request) =>
        SourceFilter.FromParameters(request.Text("_source"), request.Text("_source_includes"), request.Text("_source_excludes"))
        ?? SourceFilter.Everything;
}
