using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is a page of buckets, and the key after which the next page begins.</summary>
internal sealed class CompositeResult(IReadOnlyList<Bucket<BucketKey[]>> buckets, CompositeSource[] sources, FieldType?[] types) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        if (buckets.Count > 0)
            WriteKey(writer, "after_key", buckets[^1].Key);
        writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            writer.BeginObject();
            WriteKey(writer, "key", bucket.Key);
            writer.Number("doc_count", bucket.Count);
            bucket.Children.Write(writer);
            writer.EndObject();
        }

        writer.EndArray();
    }

    private void WriteKey(ResponseWriter writer, string name, BucketKey[] key)
    {
        writer.BeginObject(name);
        for (var i = 0; i < key.Length; i++)
            sources[i].WriteKey(writer, key[i], types[i]);
        writer.EndObject();
    }
}
