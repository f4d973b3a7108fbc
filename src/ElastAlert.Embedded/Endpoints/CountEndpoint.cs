using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Counts the documents that match a query.</summary>
internal sealed class CountEndpoint(Catalog catalog, TimeProvider clock) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET|POST", "/_count"), new("GET|POST", "/{index}/_count")];

    public override IReadOnlyList<string> Parameters { get; } = [.. SharedParameters.IndexChoice, "preference"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var query = new SearchBodyReader(clock.GetUtcNow()).ReadQuery(request.ReadBody(), MatchAllQuery.Instance);
        var views = IndexExpression.Resolve(catalog, request.Index, request.IndexOptions).Select(index => new IndexView(index)).ToList();
        var (count, failures) = Counter.Count(views, query);
        writer.BeginObject();
        writer.Number("count", count);
        ShardsWriter.Write(writer, views.Count, failures);
        writer.EndObject();
        return 200;
    }
}
