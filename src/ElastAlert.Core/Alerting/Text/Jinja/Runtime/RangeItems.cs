using System.Collections;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is the numbers of a range, each made when it is asked for.</summary>
internal sealed class RangeItems(long start, long stop, long step) : IReadOnlyList<object?>
{
    public int Count { get; } = CountOf(start, stop, step);

    public object? this[int index] => start + (index * step);

    /// <summary>Returns how many numbers a range has, at most the greatest <see cref="int"/>.</summary>
    public static int CountOf(long start, long stop, long step)
    {
        var distance = step > 0 ? (Int128)stop - start : (Int128)start - stop;
        var size = Int128.Abs(step);
        return distance <= 0 ? 0 : (int)Int128.Min((distance + size - 1) / size, int.MaxValue);
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
