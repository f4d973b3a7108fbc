using System.Text.Json;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a value that a request searches for.</summary>
/// <param name="Text">The value as text.</param>
/// <param name="IsNumber">Whether it was written as a number, which of dates means milliseconds, whatever their format.</param>
internal readonly record struct QueryValue(string Text, bool IsNumber = false)
{
    public static QueryValue Of(JsonElement value) => new(Scalars.Text(value), value.ValueKind == JsonValueKind.Number);

    public override string ToString() => Text;
}
