using System.Text.Json.Nodes;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Writes links to the Discover page of OpenSearch Dashboards that show the documents around a match.</summary>
internal static class OpenSearchLink
{
    /// <summary>Returns the link, relative to the address of the dashboards.</summary>
    public static string Relative(Rule rule, RuleMatch match, DiscoverSettings settings)
    {
        var app = new JsonObject
        {
            ["discover"] = new JsonObject { ["columns"] = DiscoverState.Texts(settings.Columns), ["isDirty"] = false, ["sort"] = new JsonArray() },
            ["metadata"] = new JsonObject { ["indexPattern"] = settings.IndexPattern, ["view"] = "discover" },
        };
        var query = new JsonObject
        {
            ["filters"] = Filters(rule, match, settings.IndexPattern),
            ["query"] = new JsonObject { ["language"] = "lucene", ["query"] = "" },
        };
        var global = DiscoverState.Encode(DiscoverState.Global(match, settings));
        return $"{settings.AppUrl}?_g={global}&_a={DiscoverState.Encode(app)}&_q={DiscoverState.Encode(query)}";
    }

    private static JsonArray Filters(Rule rule, RuleMatch match, string index)
    {
        var filters = new JsonArray();
        if (rule.Query.Filter.Count > 0)
            filters.Add((JsonNode)RuleFilter(rule, index));
        foreach (var key in DiscoverFilters.Keys(rule))
        {
            var value = match.Fields.Find(key);
            filters.Add((JsonNode)(value.IsMissing
                ? DiscoverFilters.Missing(index, key, new JsonObject { ["view"] = "discover" })
                : DiscoverFilters.Phrase(index, key, value.Element)));
        }

        return filters;
    }

    private static JsonObject RuleFilter(Rule rule, string index)
    {
        var query = new JsonObject { ["bool"] = new JsonObject { ["must"] = DiscoverFilters.Must(rule) } };
        var meta = new JsonObject
        {
            ["alias"] = "filter",
            ["disabled"] = false,
            ["index"] = index,
            ["key"] = "query",
            ["negate"] = false,
            ["type"] = "custom",
            ["value"] = DiscoverFilters.Compact(query),
        };
        return DiscoverFilters.Filter(meta, "query", query.DeepClone());
    }
}
