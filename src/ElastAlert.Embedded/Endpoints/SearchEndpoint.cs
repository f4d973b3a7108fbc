using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Searches indices or a point in time, and opens scrolls.</summary>
internal sealed class SearchEndpoint(Catalog catalog, OpenContexts contexts, TimeProvider clock) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET|POST", "/_search"), new("GET|POST", "/{index}/_search")];

    public override IReadOnlyList<string> Parameters => SearchParameters.Names;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var search = SearchParameters.Apply(new SearchBodyReader(clock.GetUtcNow()).Read(request.ReadBody()), request);
        if (request.Duration("scroll") is { } keepAlive)
            AnswerScroll(request, search, keepAlive, writer);
        else if (search.PointInTime is { } id)
            AnswerPointInTime(request, search, id, writer);
        else
            Answer(Views(request), search, writer);
        return 200;
    }

    private static void Answer(IReadOnlyList<IndexView> views, SearchBody search, ResponseWriter writer)
    {
        var run = new SearchRun(views, search);
        writer.BeginObject();
        run.Write(writer, run.Page());
        writer.EndObject();
    }

    private void AnswerPointInTime(EmbeddedRequest request, SearchBody search, string id, ResponseWriter writer)
    {
        if (request.Places.ContainsKey("index"))
            throw Invalid("[indices] cannot be used with point in time. Do not specify any index with point in time.");
        var context = contexts.Use(id, search.PointInTimeKeepAlive);
        var run = new SearchRun(context.Views, search);
        writer.BeginObject();
        writer.Text("pit_id", id);
        run.Write(writer, run.Page());
        writer.EndObject();
    }

    private void AnswerScroll(EmbeddedRequest request, SearchBody search, TimeSpan keepAlive, ResponseWriter writer)
    {
        if (search.PointInTime is not null)
            throw Invalid("using [point in time] is not allowed in a scroll context");
        if (search.From > 0)
            throw Invalid("using [from] is not allowed in a scroll context");
        if (search.Size == 0)
            throw Invalid("[size] cannot be [0] in a scroll context");
        if (search.SearchAfter is not null)
            throw ShardFailure.Illegal("`search_after` cannot be used in a scroll context.");
        search = search with { TrackedHits = int.MaxValue };
        var run = new SearchRun(Views(request), search);
        var page = run.Page();
        var context = contexts.Open(Views(request), keepAlive, search);
        context.Last = page.Count > 0 ? page[^1] : null;
        writer.BeginObject();
        writer.Text("_scroll_id", context.Id);
        run.Write(writer, page);
        writer.EndObject();
    }

    private IReadOnlyList<IndexView> Views(EmbeddedRequest request) =>
        [.. IndexExpression.Resolve(catalog, request.Index, request.IndexOptions).Select(index => new IndexView(index))];

    private static RequestFailure Invalid(string reason) =>
        new(400, "action_request_validation_exception", $"Validation Failed: 1: {reason};");
}
