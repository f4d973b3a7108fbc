using System.Text.Json;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>Compares JSON by value: members in any order, numbers within 1e-9 relative; <c>_type</c>, which Elasticsearch 7 adds, is left out.</summary>
internal static class JsonComparison
{
    /// <summary>Returns the first difference, or <see langword="null"/>.</summary>
    public static string? Difference(JsonElement actual, JsonElement expected, string path = "$")
    {
        if (IsNumber(actual) && IsNumber(expected))
            return AreClose(actual.GetDouble(), expected.GetDouble()) ? null : $"{path}: {actual} instead of {expected}";
        if (actual.ValueKind != expected.ValueKind)
            return $"{path}: {Short(actual)} instead of {Short(expected)}";
        return actual.ValueKind switch
        {
            JsonValueKind.Object => ObjectDifference(actual, expected, path),
            JsonValueKind.Array => ArrayDifference(actual, expected, path),
            JsonValueKind.String when actual.GetString() != expected.GetString() => $"{path}: {Short(actual)} instead of {Short(expected)}",
            _ => null,
        };
    }

    private static string? ObjectDifference(JsonElement actual, JsonElement expected, string path)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(member.Name, out var value))
                return $"{path}.{member.Name}: missing";
            if (Difference(value, member.Value, $"{path}.{member.Name}") is { } difference)
                return difference;
        }

        var added = actual.EnumerateObject().FirstOrDefault(member => member.Name != "_type" && !expected.TryGetProperty(member.Name, out _));
        return added.Value.ValueKind == JsonValueKind.Undefined ? null : $"{path}.{added.Name}: not expected";
    }

    private static string? ArrayDifference(JsonElement actual, JsonElement expected, string path)
    {
        if (actual.GetArrayLength() != expected.GetArrayLength())
            return $"{path}: {actual.GetArrayLength()} items instead of {expected.GetArrayLength()}";
        return actual.EnumerateArray().Zip(expected.EnumerateArray())
            .Select((pair, place) => Difference(pair.First, pair.Second, $"{path}[{place}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool AreClose(double actual, double expected) =>
        actual == expected || Math.Abs(actual - expected) <= 1e-9 * Math.Max(Math.Abs(actual), Math.Abs(expected));

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "..." : value.GetRawText();
}
