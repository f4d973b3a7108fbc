using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Indexer;

/// <summary>Makes the document of an alert.</summary>
internal static class IndexerDocument
{
    /// <summary>Returns the document: what is written, filled from the first match.</summary>
    public static JsonObject Of(Alert alert, OptionMap config, OptionMap ruleOptions, string now)
    {
        var values = new IndexerValues(alert.Rule, ruleOptions, alert.Matches[0].Fields);
        var written = new JsonObject { ["@timestamp"] = now };
        foreach (var (name, value) in Flat(config))
            written[name] = values.Of(value);
        return Nested(Flat("", written).Where(static member => !IsOwnName(member.Name, member.Value)));
    }

    // A name that stands for itself is a field that the match does not have.
    private static bool IsOwnName(string name, JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == name;

    private static IEnumerable<KeyValuePair<string, OptionValue>> Flat(OptionMap map) => map.SelectMany(static member =>
        member.Value.Kind == OptionKind.Map
            ? Flat(member.Value.Members).Select(inner => KeyValuePair.Create($"{member.Key}.{inner.Key}", inner.Value))
            : [member]);

    private static IEnumerable<(string Name, JsonNode? Value)> Flat(string prefix, JsonObject members) => members.SelectMany(member =>
        member.Value is JsonObject inner ? Flat($"{prefix}{member.Key}.", inner) : [(prefix + member.Key, member.Value)]);

    private static JsonObject Nested(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var document = new JsonObject();
        foreach (var (name, value) in members)
            Add(document, name, value?.DeepClone());
        return document;
    }

    // Where a part of the path holds a value already, the rest stays a name with dots, and the cluster says what it thinks of it.
    private static void Add(JsonObject document, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || document.TryGetPropertyValue(name[..dot], out var inner) && inner is not JsonObject)
        {
            document[name] = value;
            return;
        }

        if (!document.ContainsKey(name[..dot]))
            document[name[..dot]] = new JsonObject();
        Add(document[name[..dot]]!.AsObject(), name[(dot + 1)..], value);
    }
}
