using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Changes a part of a document.</summary>
internal sealed class UpdateDocumentEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("POST", "/{index}/_update/{id}")];

    public override IReadOnlyList<string> Parameters { get; } = [.. SharedParameters.Write, "retry_on_conflict"];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var index = catalog.ForWriting(request.Index, request.Flag("require_alias"));
        var options = new WriteOptions(false, request.Number("if_seq_no"), request.Number("if_primary_term"));
        var result = DocumentUpdate.Apply(index, request.Id, request.RequireBody(), options);
        writer.BeginObject();
        WriteResultWriter.Write(writer, index, result, request.Text("refresh") is "" or "true");
        writer.EndObject();
        return result.Status;
    }
}
