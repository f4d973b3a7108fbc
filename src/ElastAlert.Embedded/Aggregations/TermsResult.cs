using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is buckets with one key each.</summary>
internal sealed class TermsResult(
    IReadOnlyList<Bucket<BucketKey>> buckets, long otherCount, FieldType? type, DateFormat? format) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        writer.Number("doc_count_error_upper_bound", 0);
        writer.Number("sum_other_doc_count", otherCount);
        writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            writer.BeginObject();
            KeyWriter.Write(writer, bucket.Key, type, format);
            writer.Number("doc_count", bucket.Count);
            bucket.Children.Write(writer);
            writer.EndObject();
        }

        writer.EndArray();
    }
}
