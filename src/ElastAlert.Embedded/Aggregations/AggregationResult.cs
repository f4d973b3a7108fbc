using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is what an aggregation found.</summary>
internal abstract class AggregationResult
{
    /// <summary>Writes the members of the result.</summary>
    public abstract void Write(ResponseWriter writer);

    /// <summary>Gets a figure of the result by which buckets can be ordered.</summary>
    public virtual double Figure(string name) =>
        throw RequestFailure.Unsupported($"ordering buckets by [{name}] of an aggregation without such a figure");
}
