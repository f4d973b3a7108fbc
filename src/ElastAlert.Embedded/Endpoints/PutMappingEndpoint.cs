using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Adds fields to mappings.</summary>
internal sealed class PutMappingEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("PUT|POST", "/{index}/_mapping")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var definition = request.RequireBody();
        foreach (var index in IndexExpression.Resolve(catalog, request.Index, request.IndexOptions))
            new MappingReader(index.Mapping, index.NextSequenceNumber).Read(definition);
        AcknowledgedWriter.Write(writer);
        return 200;
    }
}
