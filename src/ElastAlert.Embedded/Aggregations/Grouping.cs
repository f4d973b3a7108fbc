using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Parts documents into buckets by keys that are not known beforehand.</summary>
/// <typeparam name="TKey">What the documents of a bucket share.</typeparam>
internal sealed class Grouping<TKey>(Selection selection, bool keepsDocuments, IEqualityComparer<TKey>? equality = null)
    where TKey : notnull
{
    public const int MaximumBuckets = 65_536;
    private readonly Dictionary<TKey, int> _numbers = new(equality);
    private readonly List<TKey> _keys = [];
    private readonly List<int> _counts = [];
    private readonly List<List<(int Bucket, int Document)>> _members = [.. selection.Parts.Select(_ => new List<(int Bucket, int Document)>())];
    private readonly List<int> _lastDocument = [];
    private List<int[]>[]? _documents;
    private int _part = -1;

    public int Count => _keys.Count;

    public static void CheckCount(long buckets)
    {
        if (buckets <= MaximumBuckets)
            return;
        throw new RequestFailure(400, "too_many_buckets_exception", $"Trying to create too many buckets. Must be less than or equal to: [{MaximumBuckets}] "
            + $"but was [{buckets}]. This limit can be set by changing the [search.max_buckets] cluster level setting.");
    }

    /// <summary>Begins the documents of the next index.</summary>
    public void BeginPart()
    {
        _part++;
        for (var i = 0; i < _lastDocument.Count; i++)
            _lastDocument[i] = -1;
    }

    /// <summary>Puts a document into the bucket of a key, once however often that is said.</summary>
    public void Add(TKey key, int document)
    {
        var bucket = NumberOf(key);
        if (_lastDocument[bucket] == document)
            return;
        _lastDocument[bucket] = document;
        _counts[bucket]++;
        if (keepsDocuments)
            _members[_part].Add((bucket, document));
    }

    /// <summary>Makes sure that there is a bucket.</summary>
    public int NumberOf(TKey key)
    {
        if (_numbers.TryGetValue(key, out var number))
            return number;
        _numbers.Add(key, _keys.Count);
        _keys.Add(key);
        _counts.Add(0);
        _lastDocument.Add(-1);
        return _keys.Count - 1;
    }

    public bool Contains(TKey key) => _numbers.ContainsKey(key);

    public TKey Key(int bucket) => _keys[bucket];

    public int DocumentCount(int bucket) => _counts[bucket];

    /// <summary>Gets the documents of a bucket; only when they are kept.</summary>
    public Selection Documents(int bucket)
    {
        _documents ??= [.. _members.Select(Sort)];
        return selection.With(_documents.Select(part => part[bucket]));
    }

    private List<int[]> Sort(List<(int Bucket, int Document)> members)
    {
        var sizes = new int[_keys.Count];
        foreach (var (bucket, _) in members)
            sizes[bucket]++;
        List<int[]> sorted = [.. sizes.Select(size => size == 0 ? [] : new int[size])];
        Array.Clear(sizes);
        foreach (var (bucket, document) in members)
            sorted[bucket][sizes[bucket]++] = document;
        return sorted;
    }
}
