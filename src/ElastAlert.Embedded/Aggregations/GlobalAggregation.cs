using System.Text.Json;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Looks at all documents of the searched indices, whatever the query.</summary>
internal sealed class GlobalAggregation(SubAggregations children) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        new AggregationOptions("global", body).End();
        return new GlobalAggregation(children);
    }

    public override void Check(IndexView view) => children.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var everything = selection.Everything;
        return new SingleBucketResult(everything.Count, children.Collect(everything));
    }
}
