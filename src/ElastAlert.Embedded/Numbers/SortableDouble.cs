namespace ElastAlert.Embedded.Numbers;

/// <summary>Writes a floating number as a whole one with the same order, so that both live in the same kind of column.</summary>
internal static class SortableDouble
{
    public static long Encode(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    public static double Decode(long encoded) => BitConverter.Int64BitsToDouble(encoded ^ ((encoded >> 63) & long.MaxValue));
}
