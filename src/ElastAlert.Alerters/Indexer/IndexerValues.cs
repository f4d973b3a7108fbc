using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Indexer;

/// <summary>Finds what the values of <c>indexer_alert_config</c> stand for.</summary>
internal sealed class IndexerValues(Rule rule, OptionMap ruleOptions, Document match)
{
    /// <summary>Returns what a value stands for: a text for a field, an option or itself, a list for an object, anything else for itself.</summary>
    public JsonNode? Of(OptionValue value) => value.Value switch
    {
        string text => Of(text),
        IReadOnlyList<OptionValue> list => Object(list),
        _ => JsonNodes.Of(value),
    };

    private JsonNode? Of(string text) => FieldOrOption.Find(text, match, ruleOptions) is { } found ? JsonNodes.Of(found) : text;

    // Members are {name, value}, or objects in their turn: {name: [members]}.
    private JsonObject Object(IReadOnlyList<OptionValue> members)
    {
        var result = new JsonObject();
        foreach (var member in members.Select(static member => member.Members))
        {
            if (member.Text("name") is { } name && member.TryGetValue("value", out var value))
                result[name] = value.Value is "filter" ? Query() : Of(value);
            else
                AddObjects(result, member);
        }

        return result;
    }

    private void AddObjects(JsonObject result, OptionMap members)
    {
        foreach (var (name, value) in members)
            result[name] = Of(value);
    }

    // What the rule asks for: the text of its first filter where that has one, else the filter.
    private JsonNode? Query()
    {
        if (rule.Query.Filter.Count == 0)
            return null;
        var filter = rule.Query.Filter[0];
        return QueryText(filter) ?? PythonJson.Of(filter);
    }

    private static string? QueryText(JsonElement filter)
    {
        if (filter.ValueKind != JsonValueKind.Object)
            return null;
        if (filter.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String)
            return query.GetString();
        return filter.EnumerateObject().Select(static member => QueryText(member.Value)).FirstOrDefault(static text => text is not null);
    }
}
