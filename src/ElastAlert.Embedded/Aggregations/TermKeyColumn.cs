using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gets keys from a keyword field.</summary>
internal sealed class TermKeyColumn(TermColumn column, BucketKey[] replacement) : KeyColumn
{
    private BucketKey[] _keys = new BucketKey[4];

    public override ReadOnlySpan<BucketKey> Read(int document)
    {
        var ordinals = column[document];
        if (ordinals.IsEmpty)
            return replacement;
        if (_keys.Length < ordinals.Length)
            _keys = new BucketKey[ordinals.Length];
        for (var i = 0; i < ordinals.Length; i++)
            _keys[i] = new BucketKey(0, column.Terms[ordinals[i]]);
        return _keys.AsSpan(0, ordinals.Length);
    }
}
