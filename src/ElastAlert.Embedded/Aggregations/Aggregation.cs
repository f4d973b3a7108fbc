using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Computes a figure over documents, or parts them into buckets.</summary>
internal abstract class Aggregation
{
    /// <summary>Looks whether an index can be aggregated this way.</summary>
    /// <exception cref="ShardFailure">It cannot; the other indices still can.</exception>
    public abstract void Check(IndexView view);

    public abstract AggregationResult Collect(Selection selection);
}
