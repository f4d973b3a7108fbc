using System.Text.Json;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Finds the type that a sort gives to a field which an index does not have.</summary>
internal static class UnmappedTypes
{
    public static FieldType Find(string name)
    {
        using var definition = JsonDocument.Parse($$"""{"type":"{{JsonEncodedText.Encode(name)}}"}""");
        return FieldTypes.Read(definition.RootElement, "unmapped_type");
    }
}
