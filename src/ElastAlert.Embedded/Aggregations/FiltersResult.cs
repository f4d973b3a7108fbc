using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is buckets that have names, or only an order.</summary>
internal sealed class FiltersResult(IReadOnlyList<Bucket<string?>> buckets, bool isKeyed, bool hasNames) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        if (isKeyed)
            writer.BeginObject("buckets");
        else
            writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            writer.BeginObject(isKeyed ? bucket.Key : null);
            if (!isKeyed && hasNames)
                writer.Text("key", bucket.Key);
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
