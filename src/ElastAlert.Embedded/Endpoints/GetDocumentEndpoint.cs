using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Gets a document by its id.</summary>
internal sealed class GetDocumentEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET|HEAD", "/{index}/_doc/{id}")];

    public override IReadOnlyList<string> Parameters { get; } = [.. SharedParameters.Source, "realtime", "refresh", "preference"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var index = SingleIndex.Find(catalog, request.Index);
        writer.BeginObject();
        var found = DocumentWriter.Write(writer, index, request.Id, DocumentWriter.ReadFilter(request));
        writer.EndObject();
        return found ? 200 : 404;
    }
}
