using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Line;

/// <summary>Writes alerts to users and groups of LINE.</summary>
internal sealed class LineAlerter(LineAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) =>
        HttpCall.PostJson("https://api.line.me/v2/bot/message/push", Payload(alert)).With("Authorization", "Bearer " + options.ChannelAccessToken);

    private JsonObject Payload(Alert alert) => new()
    {
        ["to"] = options.To,
        ["messages"] = new JsonArray(new JsonObject
        {
            ["type"] = "text",
            ["text"] = TextCrop.Crop(alert.Body, 4800, 4700, "\n\n(message cropped due to LINE limit)"),
        }),
    };
}
