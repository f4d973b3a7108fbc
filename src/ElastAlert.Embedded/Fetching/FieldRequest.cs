using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Fetching;

/// <summary>Is a field that hits are to carry beside their source; its name may be a pattern.</summary>
internal sealed record FieldRequest(string Pattern, DateFormat? Format)
{
    public static IReadOnlyList<FieldRequest> ReadMany(JsonElement fields) => [.. fields.EnumerateArray().Select(Read)];

    private static FieldRequest Read(JsonElement field)
    {
        if (field.ValueKind == JsonValueKind.String)
            return new FieldRequest(field.GetString()!, null);
        foreach (var option in field.EnumerateObject())
        {
            if (option.Name is not ("field" or "format"))
                throw RequestFailure.Unsupported($"[{option.Name}] in a list of fields");
        }

        var format = field.TryGetProperty("format", out var given) ? DateFormat.Of(given.GetString()!) : null;
        return new FieldRequest(field.GetProperty("field").GetString()!, format);
    }
}
