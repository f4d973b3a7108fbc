using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Jira;

/// <summary>Is a field of issues, and how its values are written.</summary>
/// <param name="Id">The id, under which it is sent.</param>
/// <param name="Name">The name that people know.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="ItemType">The type of the members where it is a list.</param>
/// <param name="Custom">The kind of a field that was added to the server.</param>
internal sealed record JiraField(string Id, string Name, string Type, string ItemType, string Custom)
{
    private const string CustomTypes = "com.atlassian.jira.plugin.system.customfieldtypes:";

    private bool HasChoices => Custom is CustomTypes + "multicheckboxes" or CustomTypes + "multiselect" or CustomTypes + "radiobuttons";

    public static JiraField Read(JsonElement field)
    {
        field.TryGetProperty("schema", out var schema);
        return new JiraField(Text(field, "id"), Text(field, "name"), Text(schema, "type"), Text(schema, "items"), Text(schema, "custom"));
    }

    /// <summary>Returns whether the name of an option, without <c>jira_</c>, means the field: by its name, or by its id.</summary>
    public bool IsNamed(string option) => Same(Name, option);

    /// <summary>Returns whether the name of an option means the id of the field.</summary>
    public bool HasId(string option) => Same(Id, option);

    /// <summary>Returns a value as Jira wants it in this field.</summary>
    public JsonNode? Write(JsonElement value)
    {
        if (Type != "array")
            return Item(Type, value);
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return JsonNodes.List(items.Select(item => Item(ItemType, item)));
    }

    private JsonNode? Item(string type, JsonElement value) => type switch
    {
        "string" or "date" or "datetime" => HasChoices ? new JsonObject { ["value"] = JsonNodes.Of(value) } : JsonNodes.Of(value),
        "number" => Number(value),
        "option" => new JsonObject { ["value"] = JsonNodes.Of(value) },
        _ => new JsonObject { ["name"] = JsonNodes.Of(value) },
    };

    // Fractions are cut, as the reference does it.
    private static JsonNode? Number(JsonElement value)
    {
        var text = PythonText.Of(value);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (long)number : JsonNodes.Of(value);
    }

    private static bool Same(string name, string option) =>
        name.Replace('_', ' ').Equals(option.Replace('_', ' '), StringComparison.OrdinalIgnoreCase);

    private static string Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
