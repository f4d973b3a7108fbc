using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Makes the number of each document's last operation a field, <c>_seq_no</c>.</summary>
internal static class SequenceNumbers
{
    public const string FieldName = "_seq_no";

    public static readonly FieldMapping Field = new(FieldName, FieldTypes.Long, FieldName, addedAt: 0);
}
