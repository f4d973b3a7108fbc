using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by the values in a field.</summary>
internal sealed class TermsAggregation : Aggregation
{
    private readonly KeyField _field;
    private readonly SubAggregations _children;
    private readonly int _size;
    private readonly int _minimumCount;
    private readonly BucketOrder _order;
    private readonly DateFormat? _format;
    private readonly Func<string, bool>? _isKept;

    private TermsAggregation(AggregationOptions options, SubAggregations children)
    {
        _children = children;
        _field = KeyField.Read(options);
        _size = options.TakeCount("size", 10);
        _minimumCount = options.TakeCount("min_doc_count", 1);
        _order = BucketOrder.Read(options.Take("order"), BucketOrder.ByCount);
        _isKept = TermFilter.Read(options.Take("include"), options.Take("exclude"));
        _format = options.TakeText("format") is { } format ? DateFormat.Of(format) : null;
        options.Ignore("shard_size", "shard_min_doc_count", "execution_hint", "collect_mode");
        if (options.TakeFlag("show_term_doc_count_error"))
            throw RequestFailure.Unsupported("[show_term_doc_count_error] in the aggregation [terms]");
        options.End();
        if (_size <= 0)
            throw RequestFailure.Illegal($"[size] must be greater than 0. Found [{_size}] in [terms]");
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new TermsAggregation(new AggregationOptions("terms", body), children);

    public override void Check(IndexView view)
    {
        _field.Check(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var type = _field.Type(selection);
        var groups = new Grouping<BucketKey>(selection, keepsDocuments: !_children.IsEmpty);
        foreach (var part in selection.Parts)
        {
            groups.BeginPart();
            var keys = _field.Open(part.View, selection);
            foreach (var document in part.Documents)
            {
                foreach (var key in keys.Read(document))
                    groups.Add(key, document);
            }
        }

        if (_minimumCount == 0)
            AddUnused(groups, selection);
        return Select(groups, type);
    }

    private TermsResult Select(Grouping<BucketKey> groups, FieldType? type)
    {
        var all = Enumerable.Range(0, groups.Count).Where(bucket => IsKept(groups.Key(bucket), type)).ToList();
        var total = all.Sum(bucket => (long)groups.DocumentCount(bucket));
        var buckets = all.Where(bucket => groups.DocumentCount(bucket) >= _minimumCount).Select(bucket =>
            new Bucket<BucketKey>(groups.Key(bucket), groups.DocumentCount(bucket), () => _children.Collect(groups.Documents(bucket))));
        var chosen = _order.Apply(buckets).Take(_size).ToList();
        Grouping<BucketKey>.CheckCount(chosen.Count);
        return new TermsResult(chosen, total - chosen.Sum(bucket => bucket.Count), type, _format);
    }

    private bool IsKept(BucketKey key, FieldType? type) => _isKept is null || _isKept(KeyWriter.Text(key, type));

    private void AddUnused(Grouping<BucketKey> groups, Selection selection)
    {
        foreach (var part in selection.Everything.Parts)
        {
            var keys = _field.Open(part.View, selection);
            foreach (var document in part.Documents)
            {
                foreach (var key in keys.Read(document))
                    groups.NumberOf(key);
            }
        }
    }
}
