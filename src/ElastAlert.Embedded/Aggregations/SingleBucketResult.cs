using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is one bucket without a key.</summary>
internal sealed class SingleBucketResult(long count, SubResults children) : AggregationResult
{
    public override double Figure(string name) => name == "_count" ? count : base.Figure(name);

    public override void Write(ResponseWriter writer)
    {
        writer.Number("doc_count", count);
        children.Write(writer);
    }
}
