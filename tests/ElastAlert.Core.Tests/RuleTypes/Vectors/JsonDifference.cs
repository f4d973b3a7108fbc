using System.Text.Json;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Compares JSON by value: order of members does not matter, 1 equals 1.0, fractions within 1e-9.</summary>
internal static class JsonDifference
{
    /// <summary>Returns where two values differ, or null.</summary>
    public static string? Find(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind)
            return $"{path}: expected {expected.GetRawText()}, found {(actual.ValueKind == JsonValueKind.Undefined ? "nothing" : actual.GetRawText())}";
        return expected.ValueKind switch
        {
            JsonValueKind.Object => Members(expected, actual, path),
            JsonValueKind.Array => Items(expected, actual, path),
            JsonValueKind.Number => IsClose(expected.GetDouble(), actual.GetDouble()) ? null : Values(expected, actual, path),
            JsonValueKind.String => expected.GetString() == actual.GetString() ? null : Values(expected, actual, path),
            _ => null,
        };
    }

    private static string Values(JsonElement expected, JsonElement actual, string path) =>
        $"{path}: expected {expected.GetRawText()}, found {actual.GetRawText()}";

    private static bool IsClose(double expected, double actual) =>
        Math.Abs(expected - actual) <= 1e-9 * Math.Max(Math.Abs(expected), Math.Abs(actual));

    private static string? Members(JsonElement expected, JsonElement actual, string path)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(member.Name, out var value))
                return $"{path}.{member.Name}: missing in {actual.GetRawText()}";
            if (Find(member.Value, value, $"{path}.{member.Name}") is { } difference)
                return difference;
        }

        var excess = actual.EnumerateObject().Select(member => member.Name).Except(expected.EnumerateObject().Select(member => member.Name)).ToList();
        return excess.Count == 0 ? null : $"{path}: unexpected {string.Join(", ", excess)}";
    }

    private static string? Items(JsonElement expected, JsonElement actual, string path)
    {
        for (var place = 0; place < Math.Min(expected.GetArrayLength(), actual.GetArrayLength()); place++)
        {
            if (Find(expected[place], actual[place], $"{path}[{place}]") is { } difference)
                return difference;
        }

        return expected.GetArrayLength() == actual.GetArrayLength()
            ? null
            : $"{path}: expected {expected.GetArrayLength()} items {expected.GetRawText()}, found {actual.GetArrayLength()} {actual.GetRawText()}";
    }
}
