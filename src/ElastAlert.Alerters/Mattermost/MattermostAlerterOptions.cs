using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Mattermost;

/// <summary>Holds the options of the <c>mattermost</c> alerter.</summary>
internal sealed class MattermostAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets who messages come from.</summary>
    public ChatSender Sender { get; init; } = new("elastalert", ":ghost:", "");

    /// <summary>Gets the channels; an empty one is that of the webhook.</summary>
    public IReadOnlyList<string> ChannelOverride { get; init; } = [""];

    /// <summary>Gets the text before the attachment.</summary>
    public string MsgPretext { get; init; } = "";

    /// <summary>Gets the colour.</summary>
    /// <value>The default is <c>danger</c>.</value>
    public string MsgColor { get; init; } = "danger";

    /// <summary>Gets the fields that are shown below the text.</summary>
    public IReadOnlyList<OptionMap> MsgFields { get; init; } = [];

    /// <summary>Gets the title that replaces the subject.</summary>
    public string Title { get; init; } = "";

    /// <summary>Gets what the attachment has besides.</summary>
    public AttachmentDetails Details { get; init; } = AttachmentDetails.None;

    /// <summary>Gets the links to the documents.</summary>
    public DiscoverLinkOptions DiscoverLinks { get; init; } = DiscoverLinkOptions.None;

    /// <summary>Gets how Mattermost is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static MattermostAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("mattermost_webhook_url"),
        Sender = ChatSender.Read(reader, "mattermost_"),
        ChannelOverride = reader.Channels("mattermost_channel_override"),
        MsgPretext = reader.Text("mattermost_msg_pretext", ""),
        MsgColor = reader.Text("mattermost_msg_color", "danger"),
        MsgFields = reader.Maps("mattermost_msg_fields"),
        Title = reader.Text("mattermost_title", ""),
        Details = AttachmentDetails.Read(reader, "mattermost_"),
        DiscoverLinks = DiscoverLinkOptions.Read(reader, "mattermost"),
        Http = AlerterHttpOptions.Read(reader, "mattermost_"),
    };
}
