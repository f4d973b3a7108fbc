using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Discord;

/// <summary>Holds the options of the <c>discord</c> alerter.</summary>
internal sealed class DiscordAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> DiscordWebhookUrl { get; init; } = [];

    /// <summary>Gets the emoji around the title.</summary>
    /// <value>The default is <c>:warning:</c>.</value>
    public string DiscordEmojiTitle { get; init; } = ":warning:";

    /// <summary>Gets the colour of the embed.</summary>
    /// <value>The default is 16777215, white.</value>
    public int DiscordEmbedColor { get; init; } = 0xffffff;

    /// <summary>Gets the footer, or <see langword="null"/> for none.</summary>
    public string? DiscordEmbedFooter { get; init; }

    /// <summary>Gets the icon of the footer, or <see langword="null"/> for none.</summary>
    public string? DiscordEmbedIconUrl { get; init; }

    /// <summary>Gets how Discord is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static DiscordAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        DiscordWebhookUrl = reader.Urls("discord_webhook_url"),
        DiscordEmojiTitle = reader.Text("discord_emoji_title", ":warning:"),
        DiscordEmbedColor = reader.Number("discord_embed_color", 0xffffff),
        DiscordEmbedFooter = reader.Text("discord_embed_footer"),
        DiscordEmbedIconUrl = reader.Text("discord_embed_icon_url"),
        Http = AlerterHttpOptions.Read(reader, "discord_"),
    };
}
