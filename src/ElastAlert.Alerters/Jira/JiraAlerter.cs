using ElastAlert.Alerters.Http;
using ElastAlert.Configuration;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Jira;

/// <summary>Opens tickets in Jira, or writes below those that earlier alerts have opened.</summary>
internal sealed class JiraAlerter(JiraAlerterOptions options, AlerterContext context, AlertHttpSender sender, ILogger logger) : IAlerter
{
    private Parts? _parts;

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var parts = _parts ??= Connect();
        if (options.Bump.JiraBumpTickets && await parts.Bump.FindAsync(alert, cancellationToken).ConfigureAwait(false) is { } found)
        {
            if (parts.Bump.IsTooFresh(found))
                return Receipt(null);
            await parts.Bump.WriteAsync(found, alert, cancellationToken).ConfigureAwait(false);
            return Receipt(found.Key);
        }

        return options.Bump.JiraBumpOnly ? AlertReceipt.None : await OpenAsync(parts, alert, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AlertReceipt> OpenAsync(Parts parts, Alert alert, CancellationToken cancellationToken)
    {
        var ticket = await parts.Builder.BuildAsync(alert, cancellationToken).ConfigureAwait(false);
        var answer = await parts.Client.PostAsync("/rest/api/2/issue", ticket, cancellationToken).ConfigureAwait(false);
        var key = answer is { ValueKind: System.Text.Json.JsonValueKind.Object } issue && issue.TryGetProperty("key", out var name) ? name.GetString() : null;
        if (key is not null)
            await parts.People.AddAsync(key, cancellationToken).ConfigureAwait(false);
        return Receipt(key);
    }

    private AlertReceipt Receipt(string? ticket)
    {
        var values = new Dictionary<string, string> { ["jira_server"] = options.JiraServer };
        if (ticket is not null)
            values["jira_ticket"] = ticket;
        return new AlertReceipt { Values = values };
    }

    // The account is read when it is first needed: an alerter can be made while its file is being replaced.
    private Parts Connect()
    {
        var client = new JiraClient(options.JiraServer, Account.Read(context.Rule, options.JiraAccountFile), sender);
        var server = new JiraServer(client);
        return new Parts(
            client,
            new JiraTicketBuilder(options, server),
            new JiraBump(options, client, server, context, sender.Clock, logger),
            new JiraPeople(options, client, server, logger));
    }

    private sealed record Parts(JiraClient Client, JiraTicketBuilder Builder, JiraBump Bump, JiraPeople People);
}
