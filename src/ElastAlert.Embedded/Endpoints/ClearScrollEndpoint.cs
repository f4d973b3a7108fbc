using System.Text.Json;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Ends scrolls.</summary>
internal sealed class ClearScrollEndpoint(OpenContexts contexts) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("DELETE", "/_search/scroll"), new("DELETE", "/_search/scroll/{id}")];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var ids = Ids(request);
        var freed = ids is ["_all"] ? contexts.CloseScrolls() : ids.Sum(contexts.Close);
        writer.BeginObject();
        writer.Flag("succeeded", true);
        writer.Number("num_freed", freed);
        writer.EndObject();
        return freed > 0 || ids is ["_all"] ? 200 : 404;
    }

    private static string[] Ids(EmbeddedRequest request)
    {
        if (request.Places.TryGetValue("id", out var place))
            return place.Split(',');
        var ids = request.RequireBody().GetProperty("scroll_id");
        return ids.ValueKind == JsonValueKind.Array ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [ids.GetString()!];
    }
}
