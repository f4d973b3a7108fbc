using System.Numerics;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is the places that a slice takes out of a list of known length.</summary>
internal readonly record struct SliceSpan(long Start, long Stop, long Step)
{
    public int Count => RangeItems.CountOf(Start, Stop, Step);

    public IEnumerable<int> Places
    {
        get
        {
            var place = Start;
            for (var left = Count; left > 0; left--, place += Step)
                yield return (int)place;
        }
    }

    /// <summary>Brings the bounds of a slice into a list: negative ones count from its end.</summary>
    public static SliceSpan Of(BigInteger? start, BigInteger? stop, BigInteger step, int count)
    {
        var isForward = step.Sign > 0;
        var (lowest, highest) = isForward ? (0, count) : (-1, count - 1);
        var first = Bound(start, isForward ? lowest : highest, lowest, highest, count);
        var end = Bound(stop, isForward ? highest : lowest, lowest, highest, count);
        return new SliceSpan(first, end, (long)BigInteger.Clamp(step, int.MinValue, int.MaxValue));
    }

    private static long Bound(BigInteger? index, int absent, int lowest, int highest, int count)
    {
        if (index is not { } value)
            return absent;
        return (long)BigInteger.Clamp(value.Sign < 0 ? value + count : value, lowest, highest);
    }
}
