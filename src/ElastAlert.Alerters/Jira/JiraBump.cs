using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Jira;

/// <summary>Finds the ticket of an earlier alert and writes below it.</summary>
internal sealed partial class JiraBump(
    JiraAlerterOptions options, JiraClient client, JiraServer server, AlerterContext context, TimeProvider clock, ILogger logger)
{
    /// <summary>Finds the ticket; one that cannot be searched counts as not there, as in the reference.</summary>
    public async Task<JiraTicket?> FindAsync(Alert alert, CancellationToken cancellationToken)
    {
        var hasOwnSubject = context.Entry.Options.ContainsKey("alert_subject");
        var query = Escaped(JiraSearch.Query(options, alert, hasOwnSubject, clock.GetLocalNow()));
        try
        {
            var path = await server.IsCloudAsync(cancellationToken).ConfigureAwait(false) ? "/rest/api/2/search/jql" : "/rest/api/2/search";
            var found = await client.GetAsync($"{path}?jql={query}&fields={Escaped("*all")}&maxResults=50", cancellationToken).ConfigureAwait(false);
            return JiraTicket.First(found);
        }
        catch (AlertDeliveryException exception)
        {
            LogNotSearched(alert.Rule.Name, exception.Message);
            return null;
        }
    }

    /// <summary>Returns whether a ticket has been touched so lately that nothing is written.</summary>
    public bool IsTooFresh(JiraTicket ticket) =>
        ticket.Updated is { } updated && updated >= clock.GetUtcNow() - options.Bump.JiraBumpAfterInactivity;

    /// <summary>Writes each match below the ticket and moves it on; what Jira refuses is only logged.</summary>
    public async Task WriteAsync(JiraTicket ticket, Alert alert, CancellationToken cancellationToken)
    {
        foreach (var match in alert.Matches)
            await TryAsync(alert, ticket, () => CommentAsync(ticket, alert, match, cancellationToken)).ConfigureAwait(false);
        if (options.Bump.JiraTransitionTo is { Length: > 0 } transition)
            await TryAsync(alert, ticket, () => MoveAsync(ticket, transition, cancellationToken)).ConfigureAwait(false);
    }

    private async Task TryAsync(Alert alert, JiraTicket ticket, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (AlertDeliveryException exception)
        {
            LogNotWritten(alert.Rule.Name, ticket.Key, exception.Message);
        }
    }

    private async Task CommentAsync(JiraTicket ticket, Alert alert, RuleMatch match, CancellationToken cancellationToken)
    {
        var time = PrettyTime.Format(match.Timestamp, alert.Rule.Timestamp with { UseLocalTime = true, PrettyFormat = null });
        var text = $"This alert was triggered again at {time}\n{context.Texts?.MatchText(match) ?? alert.Body}";
        await client.PostAsync($"/rest/api/2/issue/{ticket.Key}/comment", new JsonObject { ["body"] = text }, cancellationToken).ConfigureAwait(false);
    }

    private async Task MoveAsync(JiraTicket ticket, string name, CancellationToken cancellationToken)
    {
        var path = $"/rest/api/2/issue/{ticket.Key}/transitions";
        var answer = await client.GetAsync(path, cancellationToken).ConfigureAwait(false);
        foreach (var transition in answer.GetProperty("transitions").EnumerateArray().Where(item => item.GetProperty("name").ValueEquals(name)))
        {
            var id = transition.GetProperty("id").ToString();
            JsonNode number = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : id;
            await client.PostAsync(path, new JsonObject { ["transition"] = new JsonObject { ["id"] = number }, ["fields"] = new JsonObject() }, cancellationToken).ConfigureAwait(false);
            return;
        }

        throw new AlertDeliveryException($"the ticket cannot go through the transition '{name}' (jira_transition_to)", isTransient: false);
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    [LoggerMessage(EventId = 332, Level = LogLevel.Error, Message = "Rule {RuleName}: the ticket of an earlier alert could not be searched, so a new one is opened: {Reason}")]
    private partial void LogNotSearched(string ruleName, string reason);

    [LoggerMessage(EventId = 333, Level = LogLevel.Error, Message = "Rule {RuleName}: ticket {Ticket} could not be changed: {Reason}")]
    private partial void LogNotWritten(string ruleName, string ticket, string reason);
}
