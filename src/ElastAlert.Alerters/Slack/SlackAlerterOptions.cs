using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Slack;

/// <summary>Holds the options of the <c>slack</c> alerter.</summary>
internal sealed class SlackAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> SlackWebhookUrl { get; init; } = [];

    /// <summary>Gets who messages come from.</summary>
    public ChatSender Sender { get; init; } = new("elastalert", ":ghost:", "");

    /// <summary>Gets the channels; an empty one is that of the webhook.</summary>
    public IReadOnlyList<string> SlackChannelOverride { get; init; } = [""];

    /// <summary>Gets the colour: <c>good</c>, <c>warning</c>, <c>danger</c>.</summary>
    /// <value>The default is <c>danger</c>.</value>
    public string SlackMsgColor { get; init; } = "danger";

    /// <summary>Gets how Slack reads the message: <c>none</c> or <c>full</c>.</summary>
    /// <value>The default is <c>none</c>.</value>
    public string SlackParseOverride { get; init; } = "none";

    /// <summary>Gets the text above the attachment.</summary>
    public string SlackTextString { get; init; } = "";

    /// <summary>Gets the title that replaces the subject, empty for none.</summary>
    public string SlackTitle { get; init; } = "";

    /// <summary>Gets the text before the attachment, empty for none.</summary>
    public string SlackMsgPretext { get; init; } = "";

    /// <summary>Gets what the attachment has besides.</summary>
    public AttachmentDetails Details { get; init; } = AttachmentDetails.None;

    /// <summary>Gets the fields that are shown below the text.</summary>
    public IReadOnlyList<OptionMap> SlackAlertFields { get; init; } = [];

    /// <summary>Gets the links to the documents.</summary>
    public DiscoverLinkOptions DiscoverLinks { get; init; } = DiscoverLinkOptions.None;

    /// <summary>Gets the link to the ticket that the <c>jira</c> alerter made.</summary>
    public LinkOptions JiraTicket { get; init; } = LinkOptions.None;

    /// <summary>Gets how Slack is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static SlackAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        SlackWebhookUrl = reader.Urls("slack_webhook_url"),
        Sender = ChatSender.Read(reader, "slack_"),
        SlackChannelOverride = reader.Channels("slack_channel_override"),
        SlackMsgColor = reader.Text("slack_msg_color", "danger"),
        SlackParseOverride = reader.Text("slack_parse_override", "none"),
        SlackTextString = reader.Text("slack_text_string", ""),
        SlackTitle = reader.Text("slack_title", ""),
        SlackMsgPretext = reader.Text("slack_msg_pretext", ""),
        Details = AttachmentDetails.Read(reader, "slack_"),
        SlackAlertFields = reader.Maps("slack_alert_fields"),
        DiscoverLinks = DiscoverLinkOptions.Read(reader, "slack", "Discover in Opensearch"),
        JiraTicket = LinkOptions.Read(reader, "slack", "jira_ticket", "Jira Ticket"),
        Http = AlerterHttpOptions.Read(reader, "slack_", TimeSpan.FromSeconds(10)),
    };
}
