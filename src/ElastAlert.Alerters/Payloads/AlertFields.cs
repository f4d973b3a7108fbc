using System.Text.Json.Nodes;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Fills the fields that a chat message shows: <c>{title, value: path, short}</c>.</summary>
internal static class AlertFields
{
    /// <summary>Returns the fields, each <c>value</c> replaced by what its path finds, in its own type; the rest passes through.</summary>
    public static JsonArray Fill(IReadOnlyList<OptionMap> fields, Document match) =>
        JsonNodes.List(fields.Select(field => (JsonNode?)Fill(field, match)));

    private static JsonObject Fill(OptionMap field, Document match)
    {
        var filled = new JsonObject();
        filled.Overlay(field);
        if (field.TryGetValue("value", out var path))
            filled["value"] = JsonNodes.Of(match.Find(PythonText.Of(path.ToJson())));
        return filled;
    }
}
