namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is a bucket of an answer.</summary>
internal sealed class Bucket<TKey>(TKey key, long count, Func<SubResults> collect)
{
    private SubResults? _children;

    public TKey Key { get; } = key;

    public long Count { get; } = count;

    /// <summary>Gets what the aggregations below found; computed when first asked for.</summary>
    public SubResults Children => _children ??= collect();
}
