using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Deletes all documents that match a query.</summary>
internal sealed class DeleteByQueryEndpoint(Catalog catalog, TimeProvider clock) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("POST", "/{index}/_delete_by_query")];

    public override IReadOnlyList<string> Parameters { get; } =
    [
        .. SharedParameters.IndexChoice, "refresh", "conflicts", "wait_for_active_shards", "scroll", "scroll_size", "slices", "requests_per_second",
        "search_timeout", "request_cache", "preference",
    ];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var query = new SearchBodyReader(clock.GetUtcNow()).ReadQuery(request.ReadBody(), fallback: null);
        var indices = IndexExpression.Resolve(catalog, request.Index, request.IndexOptions);
        var found = indices.Select(index => (index, Ids: Find(new IndexView(index)))).ToList();
        foreach (var (index, ids) in found)
        {
            foreach (var id in ids)
                index.Delete(id);
        }

        Write(writer, found.Sum(part => part.Ids.Count));
        return 200;

        List<string> Find(IndexView view) =>
            [.. query.Evaluate(view).IntersectWith(view.Live()).ToArray().Select(document => view.Segment[document].Id)];
    }

    private static void Write(ResponseWriter writer, int count)
    {
        writer.BeginObject();
        writer.Number("took", 0);
        writer.Flag("timed_out", false);
        writer.Number("total", count);
        writer.Number("deleted", count);
        writer.Number("batches", count == 0 ? 0 : 1 + ((count - 1) / 1000));
        writer.Number("version_conflicts", 0);
        writer.Number("noops", 0);
        writer.BeginObject("retries");
        writer.Number("bulk", 0);
        writer.Number("search", 0);
        writer.EndObject();
        writer.Number("throttled_millis", 0);
        writer.Floating("requests_per_second", -1);
        writer.Number("throttled_until_millis", 0);
        writer.BeginArray("failures");
        writer.EndArray();
        writer.EndObject();
    }
}
