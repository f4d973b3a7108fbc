using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by the interval that a number lies in.</summary>
internal sealed class HistogramAggregation : Aggregation
{
    private readonly NumericField _field;
    private readonly SubAggregations _children;
    private readonly double _interval;
    private readonly double _offset;
    private readonly int _minimumCount;
    private readonly BucketOrder _order;
    private readonly bool _isKeyed;
    private readonly JsonElement? _bounds;

    private HistogramAggregation(AggregationOptions options, SubAggregations children)
    {
        _children = children;
        _field = NumericField.Read("histogram", options);
        _interval = options.TakeNumber("interval") ?? 0;
        _offset = options.TakeNumber("offset") ?? 0;
        _minimumCount = options.TakeCount("min_doc_count", 0);
        _order = BucketOrder.Read(options.Take("order"), BucketOrder.ByKey);
        _isKeyed = options.TakeFlag("keyed");
        _bounds = options.Take("extended_bounds");
        options.End();
        if (_interval <= 0)
            throw RequestFailure.Illegal("[interval] must be >0 for histogram aggregation [histogram]");
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new HistogramAggregation(new AggregationOptions("histogram", body), children);

    public override void Check(IndexView view)
    {
        _field.Check(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var groups = new Grouping<double>(selection, keepsDocuments: !_children.IsEmpty);
        _field.ForEachDocument(selection, groups.BeginPart, (document, value) => groups.Add(Step(value), document));
        FillGaps(groups);
        var buckets = Enumerable.Range(0, groups.Count).Where(bucket => groups.DocumentCount(bucket) >= _minimumCount).Select(bucket =>
            new Bucket<double>(groups.Key(bucket), groups.DocumentCount(bucket), () => _children.Collect(groups.Documents(bucket))));
        return new HistogramResult([.. _order.Apply(buckets)], step => (step * _interval) + _offset, _field.Type(selection) as DateType, _isKeyed);
    }

    private double Step(double value) => Math.Floor((value - _offset) / _interval);

    private void FillGaps(Grouping<double> groups)
    {
        if (_minimumCount > 0)
            return;
        var bounds = _bounds?.EnumerateObject().Select(bound => Step(bound.Value.GetDouble())) ?? [];
        var steps = Enumerable.Range(0, groups.Count).Select(groups.Key).Concat(bounds).ToList();
        if (steps.Count == 0)
            return;
        var (first, last) = (steps.Min(), steps.Max());
        Grouping<double>.CheckCount((long)(last - first) + 1);
        for (var step = first; step <= last; step++)
            groups.NumberOf(step);
    }
}
