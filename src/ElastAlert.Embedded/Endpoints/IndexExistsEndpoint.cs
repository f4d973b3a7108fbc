using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Says whether an index or an alias exists.</summary>
internal sealed class IndexExistsEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("HEAD", "/{index}")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer) =>
        IndexExpression.Resolve(catalog, request.Index, new IndexOptions(IgnoreUnavailable: true)).Count > 0 || request.Index.Contains('*', StringComparison.Ordinal)
            ? 200
            : 404;
}
