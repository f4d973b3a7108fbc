using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Hive;

/// <summary>Is what <c>customFields</c> says: a list of names, types and values, or a mapping in TheHive's own form, which is sent as it is.</summary>
internal sealed class HiveCustomFields
{
    private readonly IReadOnlyList<OptionMap> _list;
    private readonly OptionMap _map;

    private HiveCustomFields(IReadOnlyList<OptionMap> list, OptionMap map)
    {
        _list = list;
        _map = map;
    }

    /// <summary>Gets no fields.</summary>
    public static HiveCustomFields None { get; } = new([], OptionMap.Empty);

    /// <summary>Reads the fields.</summary>
    public static HiveCustomFields Read(AlerterOptionReader reader, string key, OptionMap config)
    {
        var written = config.GetValueOrDefault("customFields");
        if (written is null)
            return None;
        if (written.Items.Any(static item => item.Members.Text("name") is null || item.Members.Text("type") is null || !item.Members.ContainsKey("value")))
            reader.Error(key, "has an entry in customFields without name, type or value.", "Write {name: NAME, type: TYPE, value: FIELD OR VALUE}.");
        return new HiveCustomFields([.. written.Items.Select(static item => item.Members)], written.Members);
    }

    /// <summary>Returns the fields for a match.</summary>
    public JsonObject Fill(Document match, OptionMap options)
    {
        var fields = new JsonObject();
        fields.Overlay(_map);
        foreach (var (place, field) in _list.Index())
            fields[field.Text("name")!] = new JsonObject { ["order"] = place, [field.Text("type")!] = Value(field["value"], match, options) };
        return fields;
    }

    private static JsonNode? Value(OptionValue value, Document match, OptionMap options) =>
        value.Value is string path && FieldOrOption.Find(path, match, options) is { } found ? JsonNodes.Of(found) : JsonNodes.Of(value);
}
