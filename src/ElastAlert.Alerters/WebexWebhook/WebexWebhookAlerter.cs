using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WebexWebhook;

/// <summary>Writes alerts to groups of Webex.</summary>
internal sealed class WebexWebhookAlerter(WebexWebhookAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson($"https://webexapis.com/v1/webhooks/incoming/{options.WebhookId}", Payload(alert))
            .AcceptingJson().Hiding(options.WebhookId);

    private JsonObject Payload(Alert alert) => new() { [options.MsgType == "markdown" ? "markdown" : "text"] = alert.Body };
}
