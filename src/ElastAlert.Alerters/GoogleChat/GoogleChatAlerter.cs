using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.GoogleChat;

/// <summary>Writes alerts to spaces of Google Chat.</summary>
internal sealed class GoogleChatAlerter(GoogleChatAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, options.WebhookUrl.Select(url => HttpCall.PostJson(url, Payload(alert))), cancellationToken);

    private JsonObject Payload(Alert alert) =>
        options.Format == "card" ? new() { ["cards"] = new JsonArray(Card(alert)) } : new() { ["text"] = alert.Body };

    private JsonObject Card(Alert alert)
    {
        var sections = new JsonArray(Section(new JsonObject { ["textParagraph"] = new JsonObject { ["text"] = alert.Body } }));
        if (!string.IsNullOrEmpty(options.FooterKibanaLink))
            sections.Add((JsonNode)Section(new JsonObject { ["buttons"] = new JsonArray(Button(options.FooterKibanaLink)) }));
        var card = new JsonObject { ["sections"] = sections };
        if (!string.IsNullOrEmpty(options.HeaderTitle))
            card["header"] = new JsonObject { ["title"] = options.HeaderTitle, ["subtitle"] = options.HeaderSubtitle, ["imageUrl"] = options.HeaderImage };
        return card;
    }

    private static JsonObject Section(JsonObject widget) => new() { ["widgets"] = new JsonArray(widget) };

    private static JsonObject Button(string link) => new()
    {
        ["textButton"] = new JsonObject
        {
            ["text"] = "VISIT KIBANA",
            ["onClick"] = new JsonObject { ["openLink"] = new JsonObject { ["url"] = link } },
        },
    };
}
