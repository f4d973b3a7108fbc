using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Looks only at the documents that match a query.</summary>
internal sealed class FilterAggregation(Query query, SubAggregations children) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new FilterAggregation(reader.Queries.Read(body), children);

    public override void Check(IndexView view)
    {
        query.Evaluate(view);
        children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var filtered = selection.Within(query.Evaluate);
        return new SingleBucketResult(filtered.Count, children.Collect(filtered));
    }
}
