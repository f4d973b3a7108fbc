using System.Text.Json;
using System.Text.Json.Nodes;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Compares JSON by value: numbers within 1e-9 relative, and whole ones only with whole ones.</summary>
internal static class JsonDifferences
{
    public static IEnumerable<string> Find(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => FindMember(left, right, name, path)),
        (JsonArray left, JsonArray right) when left.Count == right.Count => left.SelectMany((item, i) => Find(item, right[i], $"{path}[{i}]")),
        (JsonArray left, JsonArray right) => [$"{path}: expected {left.Count} elements {Short(left)}, got {right.Count} {Short(right)}"],
        _ => AreEqual(expected, actual) ? [] : [$"{path}: expected {Short(expected)}, got {Short(actual)}"],
    };

    private static IEnumerable<string> FindMember(JsonObject left, JsonObject right, string name, string path)
    {
        if (!left.ContainsKey(name))
            return [$"{path}.{name}: unexpected {Short(right[name])}"];
        return right.ContainsKey(name) ? Find(left[name], right[name], $"{path}.{name}") : [$"{path}.{name}: missing {Short(left[name])}"];
    }

    private static bool AreEqual(JsonNode? expected, JsonNode? actual)
    {
        if (expected is not JsonValue left || actual is not JsonValue right)
            return expected is null && actual is null;
        if (left.GetValueKind() != right.GetValueKind())
            return false;
        if (left.GetValueKind() != JsonValueKind.Number)
            return left.ToJsonString() == right.ToJsonString();
        return IsWhole(left) == IsWhole(right) && AreClose(double.Parse(left.ToJsonString(), null), double.Parse(right.ToJsonString(), null));
    }

    private static bool IsWhole(JsonValue number) => number.ToJsonString().IndexOfAny(['.', 'e', 'E']) < 0;

    private static bool AreClose(double left, double right) => left == right || Math.Abs(left - right) <= 1e-9 * Math.Max(Math.Abs(left), Math.Abs(right));

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 300 ? text[..300] + "..." : text;
    }
}
