using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by the values in several fields together.</summary>
internal sealed class MultiTermsAggregation : Aggregation
{
    private readonly KeyField[] _fields;
    private readonly SubAggregations _children;
    private readonly int _size;
    private readonly int _minimumCount;
    private readonly BucketOrder _order;

    private MultiTermsAggregation(AggregationOptions options, SubAggregations children)
    {
        _children = children;
        _fields = [.. options.Require("terms").EnumerateArray().Select(ReadField)];
        _size = options.TakeCount("size", 10);
        _minimumCount = options.TakeCount("min_doc_count", 1);
        _order = BucketOrder.Read(options.Take("order"), BucketOrder.ByCount);
        options.Ignore("shard_size", "shard_min_doc_count", "collect_mode");
        options.End();
        if (_fields.Length < 2)
            throw RequestFailure.Illegal("The [terms] parameter in the aggregation [multi_terms] must be present and have at least 2 fields or scripts.");
        if (_minimumCount == 0)
            throw RequestFailure.Unsupported("[min_doc_count] with the value 0 in the aggregation [multi_terms]");
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new MultiTermsAggregation(new AggregationOptions("multi_terms", body), children);

    public override void Check(IndexView view)
    {
        foreach (var field in _fields)
            field.Check(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var groups = new Grouping<BucketKey[]>(selection, keepsDocuments: !_children.IsEmpty, KeyTuple.Rising);
        foreach (var part in selection.Parts)
        {
            groups.BeginPart();
            var columns = _fields.Select(field => field.Open(part.View, selection)).ToArray();
            foreach (var document in part.Documents)
            {
                foreach (var key in KeyTuple.Combine([.. columns.Select(column => column.Read(document).ToArray())]))
                    groups.Add(key, document);
            }
        }

        var all = Enumerable.Range(0, groups.Count).Where(bucket => groups.DocumentCount(bucket) >= _minimumCount).Select(bucket =>
            new Bucket<BucketKey[]>(groups.Key(bucket), groups.DocumentCount(bucket), () => _children.Collect(groups.Documents(bucket))));
        var chosen = _order.Apply(all, KeyTuple.Rising).Take(_size).ToList();
        var total = Enumerable.Range(0, groups.Count).Sum(bucket => (long)groups.DocumentCount(bucket));
        return new MultiTermsResult(chosen, total - chosen.Sum(bucket => bucket.Count), [.. _fields.Select(field => field.Type(selection))]);
    }

    private static KeyField ReadField(JsonElement definition)
    {
        var options = new AggregationOptions("multi_terms", definition);
        var field = KeyField.Read(options);
        options.End();
        return field;
    }
}
