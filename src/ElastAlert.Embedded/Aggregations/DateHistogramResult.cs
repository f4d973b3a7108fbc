using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is buckets of intervals of time.</summary>
internal sealed class DateHistogramResult(IReadOnlyList<Bucket<long>> buckets, Func<long, string> text, bool isKeyed, bool hasText) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        if (isKeyed)
            writer.BeginObject("buckets");
        else
            writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            writer.BeginObject(isKeyed ? text(bucket.Key) : null);
            if (hasText)
                writer.Text("key_as_string", text(bucket.Key));
            writer.Number("key", bucket.Key);
            writer.Number("doc_count", bucket.Count);
            bucket.Children.Write(writer);
            writer.EndObject();
        }

        if (isKeyed)
            writer.EndObject();
        else
            writer.EndArray();
    }
}
