using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Shows the aliases of indices.</summary>
internal sealed class GetAliasesEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET", "/_alias"), new("GET", "/{index}/_alias")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        writer.BeginObject();
        foreach (var index in IndexExpression.Resolve(catalog, request.Index, request.IndexOptions))
        {
            writer.BeginObject(index.Name);
            AliasWriter.Write(writer, catalog, index);
            writer.EndObject();
        }

        writer.EndObject();
        return 200;
    }
}
