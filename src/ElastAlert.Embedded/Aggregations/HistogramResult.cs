using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Numbers;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is buckets of intervals of numbers.</summary>
internal sealed class HistogramResult(IReadOnlyList<Bucket<double>> buckets, Func<double, double> toKey, DateType? type, bool isKeyed) : AggregationResult
{
    public override void Write(ResponseWriter writer)
    {
        if (isKeyed)
            writer.BeginObject("buckets");
        else
            writer.BeginArray("buckets");
        foreach (var bucket in buckets)
        {
            var key = toKey(bucket.Key);
            writer.BeginObject(isKeyed ? JavaNumber.Format(key) : null);
            writer.Floating("key", key);
            if (type is not null)
                writer.Text("key_as_string", type.Format.Format(Moment.FromMilliseconds((long)key)));
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
