using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Says that a text field has no values to sort or to count by.</summary>
internal static class Fielddata
{
    public static ShardFailure Disabled(FieldMapping field, string index) => ShardFailure.Illegal(
        $"Fielddata is disabled on [{field.Path}] in [{index}]. Text fields are not optimised for operations that require per-document "
        + "field data like aggregations and sorting, so these operations are disabled by default. Please use a keyword field instead. "
        + $"Alternatively, set fielddata=true on [{field.Path}] in order to load field data by uninverting the inverted index. "
        + "Note that this can use significant memory.");
}
