using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is buckets whose keys have several parts.</summary>
internal sealed class MultiTermsResult(IReadOnlyList<Bucket<BucketKey[]>> buckets, long otherCount, FieldType?[] types) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        writer.Number("doc_count_error_upper_bound", 0);
        writer.Number("sum_other_doc_count", otherCount);
        writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            writer.BeginObject();
            WriteKey(writer, bucket.Key);
            writer.Text("key_as_string", string.Join('|', bucket.Key.Select((key, i) => KeyWriter.Text(key, types[i]))));
            writer.Number("doc_count", bucket.Count);
            bucket.Children.Write(writer);
            writer.EndObject();
        }

        writer.EndArray();
    }

    private void WriteKey(ResponseWriter writer, BucketKey[] keys)
    {
        writer.BeginArray("key");
        for (var i = 0; i < keys.Length; i++)
        {
            if (types[i] is BooleanType)
                writer.Flag(null, keys[i].Number != 0);
            else if (types[i] is NumericType { HasText: true } readable)
                writer.Text(null, readable.ToText(keys[i].Number));
            else
                KeyWriter.WriteValue(writer, null, keys[i], types[i]);
        }

        writer.EndArray();
    }
}
