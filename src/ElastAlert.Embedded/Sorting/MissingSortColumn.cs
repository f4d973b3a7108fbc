using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Sorts the documents of an index that does not have the field.</summary>
internal sealed class MissingSortColumn(FieldType type, SortValue missing) : SortColumn(type)
{
    public override SortValue this[int document] => missing;
}
