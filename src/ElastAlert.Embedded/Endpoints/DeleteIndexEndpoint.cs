using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Deletes indices.</summary>
internal sealed class DeleteIndexEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("DELETE", "/{index}")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        if (request.Index == "_all" || request.Index.Contains('*', StringComparison.Ordinal))
            throw RequestFailure.Illegal("Wildcard expressions or all indices are not allowed");
        foreach (var name in request.Index.Split(',').Where(catalog.Aliases.ContainsKey))
        {
            throw RequestFailure.Illegal($"The provided expression [{name}] matches an alias, specify the corresponding concrete indices instead.");
        }

        foreach (var index in IndexExpression.Resolve(catalog, request.Index, request.IndexOptions))
            catalog.Remove(index);
        AcknowledgedWriter.Write(writer);
        return 200;
    }
}
