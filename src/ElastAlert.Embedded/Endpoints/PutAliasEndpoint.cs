using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Adds one alias.</summary>
internal sealed class PutAliasEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("PUT|POST", "/{index}/_alias/{id}"), new("PUT|POST", "/{index}/_aliases/{id}")];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        if (request.ReadBody() is { } body && body.EnumerateObject().Any())
            throw RequestFailure.Unsupported($"options of the alias [{request.Id}]");
        foreach (var index in IndexExpression.Resolve(catalog, request.Index, IndexOptions.Default))
            catalog.AddAlias(request.Id, index.Name);
        AcknowledgedWriter.Write(writer);
        return 200;
    }
}
