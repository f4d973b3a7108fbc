using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Holds the aggregations that are computed for each bucket, or for a whole search.</summary>
internal sealed class SubAggregations(IReadOnlyList<(string Name, Aggregation Aggregation)> named)
{
    public static readonly SubAggregations None = new([]);

    public bool IsEmpty => named.Count == 0;

    public void Check(IndexView view)
    {
        foreach (var (_, aggregation) in named)
            aggregation.Check(view);
    }

    public SubResults Collect(Selection selection) =>
        new([.. named.Select(child => (child.Name, child.Aggregation.Collect(selection)))]);

    /// <summary>Refuses children of an aggregation that has no buckets.</summary>
    public void MustBeEmpty(string kind)
    {
        if (!IsEmpty)
            throw RequestFailure.Illegal($"Aggregator of type [{kind}] cannot accept sub-aggregations");
    }
}
