using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by several sources, and gives the buckets page by page in the order of their keys.</summary>
internal sealed class CompositeAggregation : Aggregation
{
    private readonly CompositeSource[] _sources;
    private readonly SubAggregations _children;
    private readonly int _size;
    private readonly JsonElement? _after;

    private CompositeAggregation(AggregationOptions options, SubAggregations children)
    {
        _children = children;
        _sources = [.. options.Require("sources").EnumerateArray().Select(CompositeSource.Read)];
        _size = options.TakeCount("size", 10);
        _after = options.Take("after");
        options.End();
        if (_sources.Length == 0)
            throw RequestFailure.Illegal("Composite [sources] cannot be null or empty");
        if (_size <= 0)
            throw RequestFailure.Illegal("[size] must be greater than 0 in the aggregation [composite]");
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new CompositeAggregation(new AggregationOptions("composite", body), children);

    public override void Check(IndexView view)
    {
        foreach (var source in _sources)
            source.Check(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var order = new KeyTuple([.. _sources.Select(source => source.IsDescending)]);
        FieldType?[] types = [.. _sources.Select(source => source.Type(selection))];
        var groups = Group(selection);
        var after = _after is { } given ? ReadAfter(given, types) : null;
        var page = Enumerable.Range(0, groups.Count)
            .Where(bucket => after is null || order.Compare(groups.Key(bucket), after) > 0)
            .OrderBy(groups.Key, order)
            .Take(_size)
            .Select(bucket => new Bucket<BucketKey[]>(groups.Key(bucket), groups.DocumentCount(bucket), () => _children.Collect(groups.Documents(bucket))));
        return new CompositeResult([.. page], _sources, types);
    }

    private Grouping<BucketKey[]> Group(Selection selection)
    {
        var groups = new Grouping<BucketKey[]>(selection, keepsDocuments: !_children.IsEmpty, KeyTuple.Rising);
        foreach (var part in selection.Parts)
        {
            groups.BeginPart();
            var columns = _sources.Select(source => source.Open(part.View, selection)).ToArray();
            foreach (var document in part.Documents)
            {
                foreach (var key in KeyTuple.Combine([.. columns.Select(column => column(document))]))
                    groups.Add(key, document);
            }
        }

        return groups;
    }

    private BucketKey[] ReadAfter(JsonElement after, FieldType?[] types) =>
        [.. _sources.Select((source, i) => after.TryGetProperty(source.Name, out var value)
            ? source.ReadKey(value, types[i])
            : throw RequestFailure.Illegal($"[after] has no value for the source [{source.Name}]"))];
}
