namespace ElastAlert.Embedded.Aggregations;

/// <summary>Compares keys that have several parts.</summary>
/// <param name="descending">Which parts come in falling order.</param>
internal sealed class KeyTuple(IReadOnlyList<bool>? descending = null) : IEqualityComparer<BucketKey[]>, IComparer<BucketKey[]>
{
    public static readonly KeyTuple Rising = new();

    public bool Equals(BucketKey[]? x, BucketKey[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(BucketKey[] obj)
    {
        var hash = default(HashCode);
        foreach (var key in obj)
            hash.Add(key);
        return hash.ToHashCode();
    }

    public int Compare(BucketKey[]? x, BucketKey[]? y)
    {
        for (var i = 0; i < x!.Length; i++)
        {
            var order = x[i].CompareTo(y![i]);
            if (order != 0)
                return descending?[i] == true ? -order : order;
        }

        return 0;
    }

    /// <summary>Gets every combination of the keys of each part.</summary>
    public static IEnumerable<BucketKey[]> Combine(IReadOnlyList<BucketKey[]> parts)
    {
        IEnumerable<BucketKey[]> combined = [[]];
        foreach (var keys in parts)
            combined = combined.SelectMany(head => keys.Select(key => (BucketKey[])[.. head, key]));
        return combined;
    }
}
