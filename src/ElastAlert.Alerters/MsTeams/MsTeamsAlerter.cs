using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.MsTeams;

/// <summary>Posts alerts as cards to connectors of Teams, which newer versions of the reference know no more (alerters.md 4.2).</summary>
internal sealed class MsTeamsAlerter(MsTeamsAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, options.MsTeamsWebhookUrl.Select(url => HttpCall.PostJson(url, Card(alert))), cancellationToken);

    private JsonObject Card(Alert alert)
    {
        var card = new JsonObject
        {
            ["@type"] = "MessageCard",
            ["@context"] = "http://schema.org/extensions",
            ["summary"] = options.MsTeamsAlertSummary,
            ["title"] = alert.Subject,
            ["text"] = Text(alert.Body),
        };
        card.AddText("themeColor", options.MsTeamsThemeColor);
        return card;
    }

    // Teams shows a fence of one line only, so every line gets its own.
    private string Text(string body) => options.MsTeamsAlertFixedWidth
        ? string.Join("\n\n", body.TrimEnd('\n').Replace('`', '\'').Split('\n').Select(static line => $"```{line}```"))
        : body;
}
