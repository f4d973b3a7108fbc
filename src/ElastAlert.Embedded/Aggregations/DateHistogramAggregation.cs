using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by the interval of time that a date lies in.</summary>
internal sealed class DateHistogramAggregation : Aggregation
{
    private readonly NumericField _field;
    private readonly SubAggregations _children;
    private readonly DateRounding _rounding;
    private readonly TimeZoneInfo _zone;
    private readonly int _minimumCount;
    private readonly DateFormat? _format;
    private readonly BucketOrder _order;
    private readonly bool _isKeyed;
    private readonly JsonElement? _bounds;
    private readonly DateTimeOffset _now;

    private DateHistogramAggregation(AggregationOptions options, SubAggregations children, DateTimeOffset now)
    {
        _children = children;
        _now = now;
        _field = NumericField.Read("date_histogram", options);
        _zone = options.TakeText("time_zone") is { } zone ? Zones.Find(zone) : TimeZoneInfo.Utc;
        _rounding = DateIntervals.Read(options, _zone);
        _minimumCount = options.TakeCount("min_doc_count", 0);
        _format = options.TakeText("format") is { } format ? DateFormat.Of(format) : null;
        _order = BucketOrder.Read(options.Take("order"), BucketOrder.ByKey);
        _isKeyed = options.TakeFlag("keyed");
        _bounds = options.Take("extended_bounds");
        options.End();
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new DateHistogramAggregation(new AggregationOptions("date_histogram", body), children, reader.Queries.Now);

    public override void Check(IndexView view)
    {
        _field.Check(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var groups = new Grouping<long>(selection, keepsDocuments: !_children.IsEmpty);
        _field.ForEachDocument(selection, groups.BeginPart, (document, value) => groups.Add(_rounding.Floor((long)value), document));
        var format = _format ?? (_field.Type(selection) as DateType)?.Format ?? DateFormat.Default;
        FillGaps(groups, format);
        var buckets = Enumerable.Range(0, groups.Count).Where(bucket => groups.DocumentCount(bucket) >= _minimumCount).Select(bucket =>
            new Bucket<long>(groups.Key(bucket), groups.DocumentCount(bucket), () => _children.Collect(groups.Documents(bucket))));
        var hasText = _format is not null || _field.Type(selection) is DateType or null;
        return new DateHistogramResult([.. _order.Apply(buckets)], key => format.Format(Moment.FromMilliseconds(key), _zone), _isKeyed, hasText);
    }

    private void FillGaps(Grouping<long> groups, DateFormat format)
    {
        if (_minimumCount > 0)
            return;
        var keys = Enumerable.Range(0, groups.Count).Select(groups.Key).Concat(Bounds(format)).ToList();
        if (keys.Count == 0)
            return;
        var last = keys.Max();
        for (var key = keys.Min(); key <= last; key = _rounding.Next(key))
        {
            groups.NumberOf(key);
            Grouping<long>.CheckCount(groups.Count);
        }
    }

    private IEnumerable<long> Bounds(DateFormat format)
    {
        if (_bounds is not { } given)
            yield break;
        foreach (var bound in given.EnumerateObject())
        {
            var text = Scalars.Text(bound.Value);
            var moment = bound.Value.ValueKind == JsonValueKind.Number
                ? Moment.FromMilliseconds(bound.Value.GetInt64())
                : DateMath.Parse(text, format, new DateResolution(RoundUp: false, _zone), _now);
            yield return _rounding.Floor(moment.Milliseconds);
        }
    }
}
