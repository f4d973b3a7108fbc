using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.MsPowerAutomate;

/// <summary>Posts alerts as adaptive cards to flows of Power Automate, which bring them to Teams.</summary>
internal sealed class MsPowerAutomateAlerter(MsPowerAutomateAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Urls(alert).Select(url => HttpCall.PostJson(url, Message(alert))), cancellationToken);

    private IReadOnlyList<string> Urls(Alert alert)
    {
        var text = options.WebhookUrlFromField is { } field ? alert.Matches[0].Fields.Find(field).AsText() : null;
        var urls = text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (urls.Length == 0)
            return options.WebhookUrl;
        if (options.WebhookUrlHosts.Count > 0 && !Array.TrueForAll(urls, IsAllowed))
            throw new AlertDeliveryException("The event names a webhook on a host that ms_power_automate_webhook_url_hosts does not allow", isTransient: false);
        return urls;
    }

    private bool IsAllowed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && options.WebhookUrlHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    private JsonObject Message(Alert alert) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = Card(alert),
        }),
    };

    private JsonObject Card(Alert alert)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = Body(alert),
            ["actions"] = Actions(alert),
        };
        if (options.TeamsCardWidthFull)
            card["msteams"] = new JsonObject { ["width"] = "Full" };
        return card;
    }

    private JsonArray Body(Alert alert)
    {
        var heading = TextBlock(options.AlertSummary ?? alert.Subject);
        heading["weight"] = "Bolder";
        heading.AddText("size", options.SummaryTextSize);
        var text = TextBlock(alert.Body);
        text["spacing"] = "Large";
        text.AddText("size", options.BodyTextSize);
        var body = new JsonArray(heading, text);
        if (options.AlertFacts is { } facts)
            body.Add((JsonNode)new JsonObject { ["type"] = "FactSet", ["facts"] = JsonNodes.List(facts.Select(fact => Fact(fact, alert))) });
        return body;
    }

    private static JsonObject TextBlock(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    private static JsonObject Fact(OptionMap fact, Alert alert)
    {
        fact.TryGetValue("value", out var option);
        var value = option is null ? FieldValue.Missing : alert.Matches[0].Fields.Find(PythonText.Of(option.ToJson()));
        return new JsonObject
        {
            ["title"] = fact.Text("name"),
            ["value"] = value.IsMissing ? JsonNodes.Of(option) : JsonNodes.Of(value),
        };
    }

    private JsonArray Actions(Alert alert)
    {
        var actions = new JsonArray();
        options.KibanaDiscover.AddTo(actions, alert.Kibana());
        options.OpenSearchDiscover.AddTo(actions, alert.OpenSearch());
        return actions;
    }
}
