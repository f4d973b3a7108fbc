using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Jira;

/// <summary>Fills the fields of a new ticket.</summary>
internal sealed class JiraTicketBuilder(JiraAlerterOptions options, JiraServer server)
{
    /// <summary>Returns the ticket for an alert.</summary>
    /// <exception cref="AlertDeliveryException">An option names a field that Jira does not have.</exception>
    public async Task<JsonObject> BuildAsync(Alert alert, CancellationToken cancellationToken)
    {
        var fields = new JsonObject
        {
            ["project"] = new JsonObject { ["key"] = options.JiraProject },
            ["issuetype"] = new JsonObject { ["name"] = options.JiraIssuetype },
        };
        if (options.JiraParent is { Length: > 0 } parent)
            fields["parent"] = new JsonObject { ["key"] = parent };
        if (options.JiraComponents.Count > 0)
            fields["components"] = JsonNodes.List(options.JiraComponents.Select(static name => (JsonNode?)new JsonObject { ["name"] = name }));
        if (options.JiraLabels.Count > 0)
            fields["labels"] = JsonNodes.List(options.JiraLabels);
        await AddPriorityAsync(fields, cancellationToken).ConfigureAwait(false);
        await AddNamedFieldsAsync(fields, alert.Matches[0].Fields, cancellationToken).ConfigureAwait(false);
        fields["summary"] = Summary(alert.Subject);
        fields["description"] = alert.Body;
        return new JsonObject { ["fields"] = fields };
    }

    private async Task AddPriorityAsync(JsonObject fields, CancellationToken cancellationToken)
    {
        if (options.JiraPriority is not { } place)
            return;
        var priorities = await server.PrioritiesAsync(cancellationToken).ConfigureAwait(false);
        if (place >= 0 && place < priorities.Count)
            fields["priority"] = new JsonObject { ["id"] = priorities[place] };
    }

    private async Task AddNamedFieldsAsync(JsonObject fields, Document match, CancellationToken cancellationToken)
    {
        foreach (var (name, option) in options.Fields)
        {
            var known = await server.FieldsAsync(cancellationToken).ConfigureAwait(false);
            var field = known.FirstOrDefault(field => field.IsNamed(name)) ?? known.FirstOrDefault(field => field.HasId(name))
                ?? throw new AlertDeliveryException($"Jira has no field '{name.Replace('_', ' ')}', which the option jira_{name} fills", isTransient: false);
            if (Value(option, match) is { } value)
                fields[field.Id] = field.Write(value);
        }
    }

    // A text that begins with # names a field of the match; what the match does not have is left out.
    private static JsonElement? Value(OptionValue option, Document match)
    {
        if (option.Value is not string text || !text.StartsWith('#'))
            return option.ToJson();
        var value = match.Find(text[1..]);
        return value.IsMissing ? null : value.Element;
    }

    // Jira refuses summaries with line ends.
    private static string Summary(string subject) => subject.ReplaceLineEndings(" ");
}
