namespace ElastAlert.Embedded.Sorting;

/// <summary>Sorts documents by their place in the index.</summary>
internal sealed class PositionSortColumn(long first) : SortColumn(type: null)
{
    public override SortValue this[int document] => new(first + document);
}
