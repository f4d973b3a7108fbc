using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.MatrixHookshot;

/// <summary>Writes alerts to rooms of Matrix.</summary>
internal sealed class MatrixHookshotAlerter(MatrixHookshotAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, options.WebhookUrl.Select(url => HttpCall.PostJson(url, Payload(alert))), cancellationToken);

    private JsonObject Payload(Alert alert)
    {
        var payload = new JsonObject { ["text"] = options.Text.Length > 0 ? options.Text : alert.Body };
        payload.AddText("username", options.Username);
        payload.AddText("html", options.Html);
        return payload;
    }
}
