using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Writes messages in Graylog's extended log format.</summary>
internal sealed class GelfMessages(GelfAlerterOptions options, IMachineName machine)
{
    /// <summary>Returns the message of an alert.</summary>
    public async Task<JsonObject> WriteAsync(Alert alert, CancellationToken cancellationToken) => new()
    {
        ["version"] = options.Version,
        ["host"] = await machine.GetAsync(cancellationToken).ConfigureAwait(false),
        ["short_message"] = PythonJson.Of(JsonElement.Parse(Content(alert).ToAscii())),
        ["level"] = options.LogLevel,
    };

    // Of several matches the last one is told, as in the reference.
    private JsonObject Content(Alert alert)
    {
        var content = new JsonObject { ["Title"] = alert.Rule.Name };
        foreach (var (name, member) in options.Payload)
            content[name] = JsonNodes.Of(Find(member, alert.Matches[^1].Fields));
        return content;
    }

    // A text names a member of the match itself; only {field: path} reaches into objects.
    private static FieldValue Find(OptionValue member, Document match)
    {
        if (member.Members.Text("field") is { } path)
            return match.Find(path);
        return match.TryGetMember(PythonText.Of(member.ToJson()), out var value) ? new FieldValue(value) : FieldValue.Missing;
    }
}
