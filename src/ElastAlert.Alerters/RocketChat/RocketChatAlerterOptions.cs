using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.RocketChat;

/// <summary>Holds the options of the <c>rocketchat</c> alerter.</summary>
internal sealed class RocketChatAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets the name that messages come from.</summary>
    /// <value>The default is <c>elastalert2</c>.</value>
    public string UsernameOverride { get; init; } = "elastalert2";

    /// <summary>Gets the channels; an empty one is that of the webhook.</summary>
    public IReadOnlyList<string> ChannelOverride { get; init; } = [""];

    /// <summary>Gets the emoji that messages come with, empty for none.</summary>
    /// <value>The default is <c>:ghost:</c>.</value>
    public string EmojiOverride { get; init; } = ":ghost:";

    /// <summary>Gets the colour.</summary>
    /// <value>The default is <c>danger</c>.</value>
    public string MsgColor { get; init; } = "danger";

    /// <summary>Gets the text above the attachment.</summary>
    public string TextString { get; init; } = "";

    /// <summary>Gets the fields that are shown below the text.</summary>
    public IReadOnlyList<OptionMap> AlertFieldList { get; init; } = [];

    /// <summary>Gets the links to the documents.</summary>
    public DiscoverLinkOptions DiscoverLinks { get; init; } = DiscoverLinkOptions.None;

    /// <summary>Gets how Rocket.Chat is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static RocketChatAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("rocket_chat_webhook_url"),
        UsernameOverride = reader.Text("rocket_chat_username_override", "elastalert2"),
        ChannelOverride = reader.Channels("rocket_chat_channel_override"),
        EmojiOverride = reader.Text("rocket_chat_emoji_override", ":ghost:"),
        MsgColor = reader.Text("rocket_chat_msg_color", "danger"),
        TextString = reader.Text("rocket_chat_text_string", ""),
        AlertFieldList = reader.Maps("rocket_chat_alert_fields"),
        DiscoverLinks = DiscoverLinkOptions.Read(reader, "rocket_chat"),
        Http = AlerterHttpOptions.Read(reader, "rocket_chat_", TimeSpan.FromSeconds(10)),
    };
}
