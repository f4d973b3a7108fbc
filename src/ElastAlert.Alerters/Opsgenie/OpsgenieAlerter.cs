using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Opsgenie;

/// <summary>Opens alerts in Opsgenie.</summary>
internal sealed partial class OpsgenieAlerter(OpsgenieAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var match = alert.Matches[0].Fields;
        var url = options.Host + options.PathAndQuery!.Format(match.Members.Select(static member => KeyValuePair.Create(member.Key, Escaped(member.Value))));
        var call = HttpCall.PostJson(url, Payload(alert, match)).With("Authorization", "GenieKey " + options.OpsgenieKey);
        return sender.SendAllAsync(alert, [call], cancellationToken);
    }

    private JsonObject Payload(Alert alert, Document match)
    {
        var payload = new JsonObject { ["message"] = Text("message", match) ?? alert.Subject };
        payload.AddText("user", options.OpsgenieAccount);
        AddNames(payload, "responders", "username", "user", options.Recipients.Resolve(match));
        AddNames(payload, "teams", "name", "team", options.Teams.Resolve(match));
        payload["description"] = Text("description", match) ?? alert.Body;
        payload.AddText("entity", Text("entity", match));
        payload.AddText("source", Text("source", match));
        payload["tags"] = JsonNodes.List([.. options.OpsgenieTags.Select(tag => tag.Format(match.Members)), "ElastAlert", alert.Rule.Name]);
        AddPriority(payload, Text("priority", match));
        payload.AddText("alias", Text("alias", match));
        AddDetails(payload, match);
        return payload;
    }

    private string? Text(string name, Document match) =>
        options.Texts.TryGetValue(name, out var text) ? text.Format(match.Members) : null;

    private static void AddNames(JsonObject payload, string member, string nameMember, string type, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            payload[member] = JsonNodes.List(names.Select(name => (JsonNode?)new JsonObject { [nameMember] = name, ["type"] = type }));
    }

    // Opsgenie refuses an alert for a priority that it does not know, so such a one is left out.
    private static void AddPriority(JsonObject payload, string? priority)
    {
        if (priority is null or "P1" or "P2" or "P3" or "P4" or "P5")
            payload["priority"] = priority;
    }

    private void AddDetails(JsonObject payload, Document match)
    {
        var details = new JsonObject();
        foreach (var (name, option) in options.OpsgenieDetails)
        {
            if (option.Value is string text)
                details[name] = EnvironmentReference().Replace(text, static reference => Variable(reference));
            else if (option.Members.Text("field") is { } path && match.Find(path) is { IsMissing: false } value)
                details[name] = value.ToText();
        }

        if (details.Count > 0)
            payload["details"] = details;
    }

    private static string Variable(Match reference) =>
        Environment.GetEnvironmentVariable(reference.Groups["name"].Value) ?? reference.Value;

    // Data must not change the path that it is put in.
    private static JsonElement Escaped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Values.JsonValue.Of(Uri.EscapeDataString(value.GetString()!)),
        JsonValueKind.Object or JsonValueKind.Array => Values.JsonValue.Write(value, WriteEscaped),
        _ => value,
    };

    private static void WriteEscaped(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                WriteEscaped(writer, member.Value);
            }

            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                WriteEscaped(writer, item);
            writer.WriteEndArray();
        }
        else
        {
            Escaped(value).WriteTo(writer);
        }
    }

    [GeneratedRegex(@"\$(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[^}]+)\})", RegexOptions.CultureInvariant)]
    private static partial Regex EnvironmentReference();
}
