using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Makes the filters that a link shows: those of the rule, and one for each part of its query key.</summary>
internal static class DiscoverFilters
{
    /// <summary>Returns the filters of the rule, those inside <c>query</c> without it.</summary>
    public static JsonArray Must(Rule rule) => new([.. rule.Query.Filter.Select(static filter => Node(Unwrapped(filter)))]);

    /// <summary>Returns the names of the fields of the query key.</summary>
    public static IEnumerable<string> Keys(Rule rule) => rule.Query switch
    {
        { CompoundQueryKey: { Count: > 0 } keys } => keys,
        { QueryKey: { Length: > 0 } key } => [key],
        _ => [],
    };

    /// <summary>Returns the filter for a field that the match lacks.</summary>
    public static JsonObject Missing(string index, string key, JsonObject? more = null)
    {
        var meta = Meta(index, key, isNegated: true, "exists", "exists");
        foreach (var (name, value) in more ?? [])
            meta[name] = value?.DeepClone();
        return Filter(meta, "exists", new JsonObject { ["field"] = key });
    }

    /// <summary>Returns the filter for a field that has a value.</summary>
    public static JsonObject Phrase(string index, string key, JsonElement value)
    {
        var meta = Meta(index, key, isNegated: false, "phrase", PythonText.Of(value));
        meta["params"] = Parameters(value);
        return Filter(meta, "query", new JsonObject { ["match"] = new JsonObject { [key] = Parameters(value) } });
    }

    /// <summary>Returns a filter in the state of the page.</summary>
    public static JsonObject Filter(JsonObject meta, string name, JsonNode content) => new()
    {
        ["$state"] = new JsonObject { ["store"] = "appState" },
        ["meta"] = meta,
        [name] = content,
    };

    /// <summary>Returns a value as JSON without spaces, in ASCII.</summary>
    public static string Compact(JsonNode value) => PythonJson.Compact(JsonElement.Parse(value.ToJsonString()));

    private static JsonObject Parameters(JsonElement value) => new() { ["query"] = Node(value), ["type"] = "phrase" };

    private static JsonObject Meta(string index, string key, bool isNegated, string type, string value) => new()
    {
        ["alias"] = null,
        ["disabled"] = false,
        ["index"] = index,
        ["key"] = key,
        ["negate"] = isNegated,
        ["type"] = type,
        ["value"] = value,
    };

    private static JsonElement Unwrapped(JsonElement filter) =>
        filter.ValueKind == JsonValueKind.Object && filter.TryGetProperty("query", out var query) ? query : filter;

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
