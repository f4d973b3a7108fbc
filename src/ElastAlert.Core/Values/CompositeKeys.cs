using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Writes composite aggregations, whose buckets come page by page in the order of their keys; the parts of a key are numbered.</summary>
internal static class CompositeKeys
{
    /// <summary>The largest number of buckets of a page that servers give.</summary>
    public const int LargestPage = 10_000;

    /// <summary>Returns the name of a part of the key.</summary>
    /// <param name="place">Its place, from 0.</param>
    public static string PartName(int place) => place.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the aggregation as a member.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="fields">The fields that make up a key.</param>
    /// <param name="size">The number of buckets of a page.</param>
    /// <param name="after">The key after which the page begins, or <see langword="null"/> for the first.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string> fields, int size, JsonElement? after)
    {
        writer.WriteStartObject("composite");
        writer.WriteNumber("size", size);
        writer.WriteStartArray("sources");
        foreach (var (place, field) in fields.Index())
            WriteSource(writer, PartName(place), field);
        writer.WriteEndArray();
        if (after is { } key)
        {
            writer.WritePropertyName("after");
            key.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer, string name, string field)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(name);
        writer.WriteStartObject("terms");
        writer.WriteString("field", field);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
