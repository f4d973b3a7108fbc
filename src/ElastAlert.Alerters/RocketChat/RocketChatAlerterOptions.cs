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

    /// <summary>Gets the link to Kibana.</summary>
    public LinkOptions KibanaDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets the link to OpenSearch Dashboards.</summary>
    public LinkOptions OpenSearchDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets how Rocket.Chat is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static RocketChatAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("rocket_chat_webhook_url"),
        UsernameOverride = reader.Text("rocket_chat_username_override", "elastalert2"),
        ChannelOverride = reader.Texts("rocket_chat_channel_override") is { Count: > 0 } channels ? channels : [""],
        EmojiOverride = reader.Text("rocket_chat_emoji_override", ":ghost:"),
        MsgColor = reader.Text("rocket_chat_msg_color", "danger"),
        TextString = reader.Text("rocket_chat_text_string", ""),
        AlertFieldList = reader.Maps("rocket_chat_alert_fields"),
        KibanaDiscover = LinkOptions.Read(reader, "rocket_chat", "kibana_discover", "Discover in Kibana"),
        OpenSearchDiscover = LinkOptions.Read(reader, "rocket_chat", "opensearch_discover", "Discover in opensearch"),
        Http = AlerterHttpOptions.Read(reader, "rocket_chat_", TimeSpan.FromSeconds(10)),
    };
}
