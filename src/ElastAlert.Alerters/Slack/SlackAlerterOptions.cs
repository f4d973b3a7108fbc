using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Slack;

/// <summary>Holds the options of the <c>slack</c> alerter.</summary>
internal sealed class SlackAlerterOptions : IHttpAlerterOptions
{
    // The members of an attachment, and the options that fill them where they are set.
    private static readonly (string Member, string Option)[] TextMembers =
    [
        ("title_link", "slack_title_link"), ("footer", "slack_footer"), ("footer_icon", "slack_footer_icon"), ("image_url", "slack_image_url"),
        ("thumb_url", "slack_thumb_url"), ("author_name", "slack_author_name"), ("author_link", "slack_author_link"),
        ("author_icon", "slack_author_icon"), ("pretext", "slack_msg_pretext"),
    ];

    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> SlackWebhookUrl { get; init; } = [];

    /// <summary>Gets the name that messages come from.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public string SlackUsernameOverride { get; init; } = "elastalert";

    /// <summary>Gets the channels; an empty one is that of the webhook.</summary>
    public IReadOnlyList<string> SlackChannelOverride { get; init; } = [""];

    /// <summary>Gets the emoji that messages come with.</summary>
    /// <value>The default is <c>:ghost:</c>.</value>
    public string SlackEmojiOverride { get; init; } = ":ghost:";

    /// <summary>Gets the icon that replaces the emoji, empty for none.</summary>
    public string SlackIconUrlOverride { get; init; } = "";

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

    /// <summary>Gets further members of the attachment and their texts, such as its footer.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Extras { get; init; } = [];

    /// <summary>Gets the fields that are shown below the text.</summary>
    public IReadOnlyList<OptionMap> SlackAlertFields { get; init; } = [];

    /// <summary>Gets the link to Kibana.</summary>
    public LinkOptions KibanaDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets the link to OpenSearch Dashboards.</summary>
    public LinkOptions OpenSearchDiscover { get; init; } = new(false, "", "");

    /// <summary>Gets the link to the ticket that the <c>jira</c> alerter made.</summary>
    public LinkOptions JiraTicket { get; init; } = new(false, "", "");

    /// <summary>Gets how Slack is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static SlackAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        SlackWebhookUrl = reader.Urls("slack_webhook_url"),
        SlackUsernameOverride = reader.Text("slack_username_override", "elastalert"),
        SlackChannelOverride = reader.Texts("slack_channel_override") is { Count: > 0 } channels ? channels : [""],
        SlackEmojiOverride = reader.Text("slack_emoji_override", ":ghost:"),
        SlackIconUrlOverride = reader.Text("slack_icon_url_override", ""),
        SlackMsgColor = reader.Text("slack_msg_color", "danger"),
        SlackParseOverride = reader.Text("slack_parse_override", "none"),
        SlackTextString = reader.Text("slack_text_string", ""),
        SlackTitle = reader.Text("slack_title", ""),
        Extras = [.. TextMembers.Select(item => KeyValuePair.Create(item.Member, reader.Text(item.Option, "")))],
        SlackAlertFields = reader.Maps("slack_alert_fields"),
        KibanaDiscover = LinkOptions.Read(reader, "slack", "kibana_discover", "Discover in Kibana"),
        OpenSearchDiscover = LinkOptions.Read(reader, "slack", "opensearch_discover", "Discover in Opensearch"),
        JiraTicket = LinkOptions.Read(reader, "slack", "jira_ticket", "Jira Ticket"),
        Http = AlerterHttpOptions.Read(reader, "slack_", TimeSpan.FromSeconds(10)),
    };
}
