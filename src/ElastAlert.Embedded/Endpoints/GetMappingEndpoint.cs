using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Shows mappings.</summary>
internal sealed class GetMappingEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET", "/{index}/_mapping"), new("GET", "/_mapping")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        writer.BeginObject();
        foreach (var index in IndexExpression.Resolve(catalog, request.Index, request.IndexOptions))
        {
            writer.BeginObject(index.Name);
            writer.BeginObject("mappings");
            MappingWriter.Write(writer, index.Mapping);
            writer.EndObject();
            writer.EndObject();
        }

        writer.EndObject();
        return 200;
    }
}
