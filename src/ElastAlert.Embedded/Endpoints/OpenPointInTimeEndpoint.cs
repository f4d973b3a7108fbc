using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Keeps the present state of indices for later searches.</summary>
internal sealed class OpenPointInTimeEndpoint(Catalog catalog, OpenContexts contexts) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("POST", "/{index}/_pit")];

    public override IReadOnlyList<string> Parameters { get; } =
        [.. SharedParameters.IndexChoice, "keep_alive", "preference", "allow_partial_search_results", "max_concurrent_shard_requests"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var keepAlive = request.Duration("keep_alive")
            ?? throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: [keep_alive] is not specified;");
        var views = IndexExpression.Resolve(catalog, request.Index, request.IndexOptions).Select(index => new IndexView(index)).ToList();
        writer.BeginObject();
        writer.Text("id", contexts.Open(views, keepAlive).Id);
        ShardsWriter.Write(writer, views.Count);
        writer.EndObject();
        return 200;
    }
}
