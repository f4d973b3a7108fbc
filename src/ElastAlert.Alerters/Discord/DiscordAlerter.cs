using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Discord;

/// <summary>Writes alerts to channels of Discord.</summary>
internal sealed class DiscordAlerter(DiscordAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, options.DiscordWebhookUrl.Select(url => HttpCall.PostJson(url, Payload(alert))), cancellationToken);

    private JsonObject Payload(Alert alert) => new()
    {
        ["content"] = $"{options.DiscordEmojiTitle} {alert.Subject} {options.DiscordEmojiTitle}",
        ["embeds"] = new JsonArray(Embed(alert)),
    };

    private JsonObject Embed(Alert alert)
    {
        var embed = new JsonObject
        {
            ["description"] = TextCrop.Crop(alert.Body, 2047, 1950, "\n *message was cropped according to discord embed description limits!*"),
            ["color"] = options.DiscordEmbedColor,
        };
        if (!string.IsNullOrEmpty(options.DiscordEmbedFooter))
            embed["footer"] = new JsonObject { ["text"] = options.DiscordEmbedFooter, ["icon_url"] = options.DiscordEmbedIconUrl };
        return embed;
    }
}
