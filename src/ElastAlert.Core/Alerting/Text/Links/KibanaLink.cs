using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Writes links to Kibana's Discover page that show the documents around a match.</summary>
internal static class KibanaLink
{
    /// <summary>Returns the link, relative to the address of Kibana.</summary>
    public static string Relative(Rule rule, RuleMatch match, DiscoverSettings settings)
    {
        var global = DiscoverState.Global(match, settings);
        var app = new JsonObject
        {
            ["columns"] = DiscoverState.Texts(settings.Columns),
            ["filters"] = Filters(rule, match, settings.IndexPattern),
            ["index"] = settings.IndexPattern,
            ["interval"] = "auto",
        };
        return $"{settings.AppUrl}?_g={DiscoverState.Encode(global)}&_a={DiscoverState.Encode(app)}";
    }

    private static JsonArray Filters(Rule rule, RuleMatch match, string index)
    {
        var filters = new JsonArray();
        if (rule.Query.Filter.Count > 0)
            filters.Add((JsonNode)RuleFilter(rule, index));
        foreach (var key in DiscoverFilters.Keys(rule))
        {
            var value = Value(match.Fields.Find(key));
            filters.Add((JsonNode)(value is null ? DiscoverFilters.Missing(index, key) : DiscoverFilters.Phrase(index, key, value.Value)));
        }

        return filters;
    }

    private static JsonObject RuleFilter(Rule rule, string index)
    {
        var meta = new JsonObject
        {
            ["alias"] = "filter",
            ["disabled"] = false,
            ["index"] = index,
            ["key"] = "bool",
            ["negate"] = false,
            ["type"] = "custom",
            ["value"] = DiscoverFilters.Compact(new JsonObject { ["must"] = DiscoverFilters.Must(rule) }),
        };
        return DiscoverFilters.Filter(meta, "bool", new JsonObject { ["must"] = DiscoverFilters.Must(rule) });
    }

    /// <summary>A list of one value is that value; empty texts and lists of nothing count as missing.</summary>
    private static JsonElement? Value(FieldValue value)
    {
        if (value.IsMissing || value.AsText() is "")
            return null;
        if (value.Element.ValueKind != JsonValueKind.Array)
            return value.Element;
        if (value.Element.EnumerateArray().All(static item => new FieldValue(item).IsEmpty))
            return null;
        return value.Element.GetArrayLength() == 1 ? value.Element[0] : value.Element;
    }
}
