using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes a document, under a given or a new id.</summary>
internal sealed class IndexDocumentEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } =
        [new("POST", "/{index}/_doc"), new("PUT|POST", "/{index}/_doc/{id}"), new("PUT|POST", "/{index}/_create/{id}")];

    public override IReadOnlyList<string> Parameters { get; } = [.. SharedParameters.Write, "op_type"];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        if (request.Body.IsEmpty)
            throw new RequestFailure(400, "parse_exception", "request body is required");
        var index = catalog.ForWriting(request.Index, request.Flag("require_alias"));
        var result = index.Write(request.Places.GetValueOrDefault("id"), request.Body, Options(request));
        writer.BeginObject();
        WriteResultWriter.Write(writer, index, result, request.Text("refresh") is "" or "true");
        writer.EndObject();
        return result.Status;
    }

    private static WriteOptions Options(EmbeddedRequest request)
    {
        var isCreate = request.Segments[1] == "_create" || request.Text("op_type") switch
        {
            null or "index" => false,
            "create" => true,
            var other => throw RequestFailure.Illegal($"opType must be 'create' or 'index', found: [{other}]"),
        };
        return new WriteOptions(isCreate, request.Number("if_seq_no"), request.Number("if_primary_term"));
    }
}
