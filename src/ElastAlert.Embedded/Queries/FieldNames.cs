using System.Text.Json;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Queries;

/// <summary>Reads lists of fields; what follows a <c>^</c> changes scores only.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> Read(JsonElement? fields)
    {
        if (fields is not { } given)
            return ["*"];
        var names = given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().Select(Scalars.Text) : [Scalars.Text(given)];
        return [.. names.Select(name => name.Split('^')[0])];
    }
}
