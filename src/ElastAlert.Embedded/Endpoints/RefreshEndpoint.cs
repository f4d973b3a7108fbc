using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Does nothing: what is written can be searched at once.</summary>
internal sealed class RefreshEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } =
        [new("GET|POST", "/{index}/_refresh"), new("GET|POST", "/_refresh"), new("GET|POST", "/{index}/_flush"), new("GET|POST", "/_flush")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var indices = IndexExpression.Resolve(catalog, request.Index, request.IndexOptions);
        writer.BeginObject();
        ShardsWriter.Write(writer, indices.Count);
        writer.EndObject();
        return 200;
    }
}
