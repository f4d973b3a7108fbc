using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Gives up a state that was kept for searches.</summary>
internal sealed class ClosePointInTimeEndpoint(OpenContexts contexts) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("DELETE", "/_pit")];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var freed = contexts.Close(request.RequireBody().GetProperty("id").GetString()!);
        writer.BeginObject();
        writer.Flag("succeeded", true);
        writer.Number("num_freed", freed);
        writer.EndObject();
        return freed > 0 ? 200 : 404;
    }
}
