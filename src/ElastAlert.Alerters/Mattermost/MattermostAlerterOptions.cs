using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Mattermost;

/// <summary>Holds the options of the <c>mattermost</c> alerter.</summary>
internal sealed class MattermostAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets the name that messages come from.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public string UsernameOverride { get; init; } = "elastalert";

    /// <summary>Gets the channels; an empty one is that of the webhook.</summary>
    public IReadOnlyList<string> ChannelOverride { get; init; } = [""];

    /// <summary>Gets the emoji that messages come with.</summary>
    /// <value>The default is <c>:ghost:</c>.</value>
    public string EmojiOverride { get; init; } = ":ghost:";

    /// <summary>Gets the icon that replaces the emoji.</summary>
    public string IconUrlOverride { get; init; } = "";

    /// <summary>Gets the text before the attachment.</summary>
    public string MsgPretext { get; init; } = "";

    /// <summary>Gets the colour.</summary>
    /// <value>The default is <c>danger</c>.</value>
    public string MsgColor { get; init; } = "danger";

    /// <summary>Gets the fields that are shown below the text.</summary>
    public IReadOnlyList<OptionMap> MsgFields { get; init; } = [];

    /// <summary>Gets the title that replaces the subject.</summary>
    public string Title { get; init; } = "";

    /// <summary>Gets where the title leads.</summary>
    public string TitleLink { get; init; } = "";

    /// <summary>Gets the footer.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Gets the icon of the footer.</summary>
    public string FooterIcon { get; init; } = "";

    /// <summary>Gets an image.</summary>
    public string ImageUrl { get; init; } = "";

    /// <summary>Gets a small image.</summary>
    public string ThumbUrl { get; init; } = "";

    /// <summary>Gets the author.</summary>
    public string AuthorName { get; init; } = "";

    /// <summary>Gets where the author leads.</summary>
    public string AuthorLink { get; init; } = "";

    /// <summary>Gets the icon of the author.</summary>
    public string AuthorIcon { get; init; } = "";

    /// <summary>Gets the link to Kibana.</summary>
    public LinkOptions KibanaDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets the link to OpenSearch Dashboards.</summary>
    public LinkOptions OpenSearchDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets how Mattermost is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static MattermostAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("mattermost_webhook_url"),
        UsernameOverride = reader.Text("mattermost_username_override", "elastalert"),
        ChannelOverride = reader.Texts("mattermost_channel_override") is { Count: > 0 } channels ? channels : [""],
        EmojiOverride = reader.Text("mattermost_emoji_override", ":ghost:"),
        IconUrlOverride = reader.Text("mattermost_icon_url_override", ""),
        MsgPretext = reader.Text("mattermost_msg_pretext", ""),
        MsgColor = reader.Text("mattermost_msg_color", "danger"),
        MsgFields = reader.Maps("mattermost_msg_fields"),
        Title = reader.Text("mattermost_title", ""),
        TitleLink = reader.Text("mattermost_title_link", ""),
        Footer = reader.Text("mattermost_footer", ""),
        FooterIcon = reader.Text("mattermost_footer_icon", ""),
        ImageUrl = reader.Text("mattermost_image_url", ""),
        ThumbUrl = reader.Text("mattermost_thumb_url", ""),
        AuthorName = reader.Text("mattermost_author_name", ""),
        AuthorLink = reader.Text("mattermost_author_link", ""),
        AuthorIcon = reader.Text("mattermost_author_icon", ""),
        KibanaDiscover = LinkOptions.Read(reader, "mattermost", "kibana_discover", "Discover in Kibana"),
        OpenSearchDiscover = LinkOptions.Read(reader, "mattermost", "opensearch_discover", "Discover in opensearch"),
        Http = AlerterHttpOptions.Read(reader, "mattermost_"),
    };
}
