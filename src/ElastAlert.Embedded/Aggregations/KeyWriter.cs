using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Writes keys of buckets.</summary>
internal static class KeyWriter
{
    /// <summary>Writes a key, and of dates and booleans also its readable form.</summary>
    public static void Write(ResponseWriter writer, BucketKey key, FieldType? type, DateFormat? format = null)
    {
        WriteValue(writer, "key", key, type);
        if (type is NumericType { HasText: true } numeric)
            writer.Text("key_as_string", numeric.ToText(key.Number, format));
    }

    public static void WriteValue(ResponseWriter writer, string? name, BucketKey key, FieldType? type)
    {
        if (key.IsMissing)
            writer.Null(name);
        else if (key.Text is not null)
            writer.Text(name, key.Text);
        else if (type is NumericType numeric)
            writer.RawText(name, numeric.ToJson(key.Number));
        else
            writer.Number(name, key.Number);
    }

    /// <summary>Gets a key as text.</summary>
    public static string Text(BucketKey key, FieldType? type) =>
        key.Text ?? (type is NumericType numeric ? numeric.ToText(key.Number) : "");
}
