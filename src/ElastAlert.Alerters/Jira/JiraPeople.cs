using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Jira;

/// <summary>Gives a ticket to somebody and lets others watch it. By then there is a ticket, so what fails here is only logged.</summary>
internal sealed partial class JiraPeople(JiraAlerterOptions options, JiraClient client, JiraServer server, ILogger logger)
{
    public async Task AddAsync(string ticket, CancellationToken cancellationToken)
    {
        if (options.JiraAssignee is { Length: > 0 } assignee)
            await TryAsync(ticket, assignee, AssignAsync, cancellationToken).ConfigureAwait(false);
        foreach (var watcher in options.JiraWatchers)
            await TryAsync(ticket, watcher, WatchAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task TryAsync(
        string ticket, string name, Func<string, string, bool, CancellationToken, Task> add, CancellationToken cancellationToken)
    {
        try
        {
            var isCloud = await server.IsCloudAsync(cancellationToken).ConfigureAwait(false);
            await add(ticket, await IdAsync(name, isCloud, cancellationToken).ConfigureAwait(false), isCloud, cancellationToken).ConfigureAwait(false);
        }
        catch (AlertDeliveryException exception)
        {
            LogNotAdded(ticket, name, exception.Message);
        }
    }

    private Task AssignAsync(string ticket, string id, bool isCloud, CancellationToken cancellationToken) =>
        client.PutAsync($"/rest/api/latest/issue/{ticket}/assignee", new JsonObject { [isCloud ? "accountId" : "name"] = id }, cancellationToken);

    private Task WatchAsync(string ticket, string id, bool isCloud, CancellationToken cancellationToken) =>
        client.PostAsync($"/rest/api/2/issue/{ticket}/watchers", (JsonNode)id, cancellationToken);

    private async Task<string> IdAsync(string name, bool isCloud, CancellationToken cancellationToken)
    {
        var text = Uri.EscapeDataString(name);
        var found = await client.GetAsync($"/rest/api/2/user/search?{(isCloud ? "query" : "username")}={text}&maxResults=20", cancellationToken).ConfigureAwait(false);
        foreach (var user in found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : default)
        {
            if (user.TryGetProperty(isCloud ? "accountId" : "name", out var id))
                return id.GetString()!;
        }

        throw new AlertDeliveryException("there is no such user", isTransient: false);
    }

    [LoggerMessage(EventId = 331, Level = LogLevel.Warning, Message = "Ticket {Ticket} was opened, but '{User}' was neither made its owner nor its watcher: {Reason}")]
    private partial void LogNotAdded(string ticket, string user, string reason);
}
