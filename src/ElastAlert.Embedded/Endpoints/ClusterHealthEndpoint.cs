using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Says that all is well: there is nothing here that could be red.</summary>
internal sealed class ClusterHealthEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET", "/_cluster/health"), new("GET", "/_cluster/health/{index}")];

    public override IReadOnlyList<string> Parameters { get; } = ["wait_for_status", "timeout", "master_timeout", "level", "local"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var count = IndexExpression.Resolve(catalog, request.Index, IndexOptions.Default).Count;
        writer.BeginObject();
        writer.Text("cluster_name", "embedded");
        writer.Text("status", "green");
        writer.Flag("timed_out", false);
        writer.Number("number_of_nodes", 1);
        writer.Number("number_of_data_nodes", 1);
        writer.Number("active_primary_shards", count);
        writer.Number("active_shards", count);
        writer.Number("relocating_shards", 0);
        writer.Number("initializing_shards", 0);
        writer.Number("unassigned_shards", 0);
        writer.Floating("active_shards_percent_as_number", 100);
        writer.EndObject();
        return 200;
    }
}
