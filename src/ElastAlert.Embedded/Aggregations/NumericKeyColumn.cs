using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Numbers;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gets keys from a numeric field.</summary>
internal sealed class NumericKeyColumn(LongColumn column, bool becomesFloating, BucketKey[] replacement) : KeyColumn
{
    private readonly bool _isNanos = column.Type is DateType { IsNanos: true };
    private readonly bool _isConverted = becomesFloating && column.Type is not FloatingType;
    private BucketKey[] _keys = new BucketKey[4];

    public override ReadOnlySpan<BucketKey> Read(int document)
    {
        var values = column[document];
        if (values.IsEmpty)
            return replacement;
        if (_keys.Length < values.Length)
            _keys = new BucketKey[values.Length];
        for (var i = 0; i < values.Length; i++)
            _keys[i] = new BucketKey(Convert(values[i]));
        return _keys.AsSpan(0, values.Length);
    }

    private long Convert(long value)
    {
        if (_isNanos)
            return value / 1_000_000;
        return _isConverted ? SortableDouble.Encode(value) : value;
    }
}
