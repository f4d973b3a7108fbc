using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Sorts as Python does: equal members keep their order, also when sorted downwards.</summary>
internal static class StableSort
{
    public static List<object?> Sort(IEnumerable<object?> items, PythonComparer comparer, bool descending, Func<object?, object?>? key = null)
    {
        var keyed = items.Select(item => (Key: key is null ? item : key(item), Item: item)).ToArray();
        if (descending)
            Array.Reverse(keyed);
        MergeSort(keyed, new (object?, object?)[keyed.Length], 0, keyed.Length, comparer);
        if (descending)
            Array.Reverse(keyed);
        return [.. keyed.Select(pair => pair.Item)];
    }

    /// <summary>.NET's sorts are unstable, or wrap what a comparer throws; this is neither.</summary>
    private static void MergeSort((object? Key, object? Item)[] items, (object?, object?)[] buffer, int start, int end, PythonComparer comparer)
    {
        if (end - start < 2)
            return;
        var middle = start + ((end - start) / 2);
        MergeSort(items, buffer, start, middle, comparer);
        MergeSort(items, buffer, middle, end, comparer);
        var (left, right) = (start, middle);
        for (var index = start; index < end; index++)
        {
            var takesLeft = right >= end || (left < middle && !(comparer.Compare(items[right].Key, items[left].Key) < 0));
            buffer[index] = takesLeft ? items[left++] : items[right++];
        }

        Array.Copy(buffer, start, items, start, end - start);
    }
}
