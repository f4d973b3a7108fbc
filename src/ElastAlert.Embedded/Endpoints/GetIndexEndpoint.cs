using System.Globalization;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Shows indices: aliases, mappings, settings.</summary>
internal sealed class GetIndexEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET", "/{index}")];

    public override IReadOnlyList<string> Parameters => SharedParameters.IndexChoice;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        writer.BeginObject();
        foreach (var index in IndexExpression.Resolve(catalog, request.Index, request.IndexOptions))
        {
            writer.BeginObject(index.Name);
            AliasWriter.Write(writer, catalog, index);
            writer.BeginObject("mappings");
            MappingWriter.Write(writer, index.Mapping);
            writer.EndObject();
            WriteSettings(writer, index);
            writer.EndObject();
        }

        writer.EndObject();
        return 200;
    }

    private static void WriteSettings(ResponseWriter writer, SearchIndex index)
    {
        writer.BeginObject("settings");
        writer.BeginObject("index");
        foreach (var (name, value) in index.Settings)
            writer.Text(name["index.".Length..], value);
        writer.Text("creation_date", index.CreatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        writer.Text("provided_name", index.Name);
        writer.EndObject();
        writer.EndObject();
    }
}
