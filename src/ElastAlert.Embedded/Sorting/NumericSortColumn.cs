using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Sorts documents by a numeric field.</summary>
internal sealed class NumericSortColumn(LongColumn column, SortField sort, SortValue missing) : SortColumn(column.Type)
{
    public override SortValue this[int document]
    {
        get
        {
            var values = column[document];
            return values.Length switch
            {
                0 => missing,
                1 => new SortValue(values[0]),
                _ => new SortValue(Pick(values)),
            };
        }
    }

    private long Pick(ReadOnlySpan<long> values)
    {
        var picked = values[0];
        foreach (var value in values)
            picked = sort.TakesSmallest ? Math.Min(picked, value) : Math.Max(picked, value);
        return picked;
    }
}
