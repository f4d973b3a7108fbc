using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents by several queries, with or without a bucket for the rest.</summary>
internal sealed class FiltersAggregation : Aggregation
{
    private readonly SubAggregations _children;
    private readonly List<(string? Name, Query Query)> _filters;
    private readonly string? _otherName;
    private readonly bool _isKeyed;

    private FiltersAggregation(AggregationOptions options, SubAggregations children, QueryReader queries)
    {
        _children = children;
        var filters = options.Require("filters");
        _isKeyed = filters.ValueKind == JsonValueKind.Object;
        _filters = _isKeyed
            ? [.. filters.EnumerateObject().Select(filter => ((string?)filter.Name, queries.Read(filter.Value))).OrderBy(filter => filter.Item1, StringComparer.Ordinal)]
            : [.. filters.EnumerateArray().Select(filter => ((string?)null, queries.Read(filter)))];
        var otherKey = options.TakeText("other_bucket_key");
        _otherName = options.TakeFlag("other_bucket", fallback: otherKey is not null) ? otherKey ?? "_other_" : null;
        _isKeyed = options.TakeFlag("keyed", fallback: true) && _isKeyed;
        options.End();
    }

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader) =>
        new FiltersAggregation(new AggregationOptions("filters", body), children, reader.Queries);

    public override void Check(IndexView view)
    {
        foreach (var (_, query) in _filters)
            query.Evaluate(view);
        _children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var buckets = _filters.Select(filter => Bucket(filter.Name, selection.Within(filter.Query.Evaluate))).ToList();
        if (_otherName is not null)
            buckets.Add(Bucket(_otherName, Rest(selection)));
        return new FiltersResult(buckets, _isKeyed, _filters.Any(filter => filter.Name is not null));
    }

    private Bucket<string?> Bucket(string? name, Selection documents) => new(name, documents.Count, () => _children.Collect(documents));

    private Selection Rest(Selection selection) => selection.Within(view =>
        _filters.Aggregate(view.Live().Copy(), (rest, filter) => rest.Except(filter.Query.Evaluate(view))));
}
