using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Deletes a document.</summary>
internal sealed class DeleteDocumentEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("DELETE", "/{index}/_doc/{id}")];

    public override IReadOnlyList<string> Parameters => SharedParameters.Write;

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        if (catalog.Find(request.Index) is null && !catalog.Aliases.ContainsKey(request.Index))
            throw IndexExpression.Missing(request.Index);
        var index = catalog.ForWriting(request.Index);
        var result = index.Delete(request.Id, new WriteOptions(false, request.Number("if_seq_no"), request.Number("if_primary_term")));
        writer.BeginObject();
        WriteResultWriter.Write(writer, index, result, request.Text("refresh") is "" or "true");
        writer.EndObject();
        return result.Status;
    }
}
