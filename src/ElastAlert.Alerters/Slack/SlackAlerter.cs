using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Slack;

/// <summary>Writes alerts to channels of Slack.</summary>
internal sealed class SlackAlerter(SlackAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Calls(alert), cancellationToken);

    private IEnumerable<HttpCall> Calls(Alert alert) =>
        from url in options.SlackWebhookUrl
        from channel in options.SlackChannelOverride
        select HttpCall.PostJson(url, Payload(alert, channel));

    private JsonObject Payload(Alert alert, string channel)
    {
        var payload = new JsonObject
        {
            ["username"] = options.SlackUsernameOverride,
            ["parse"] = options.SlackParseOverride,
            ["text"] = options.SlackTextString,
            ["attachments"] = Attachments(alert),
        };
        if (options.SlackIconUrlOverride.Length > 0)
            payload["icon_url"] = options.SlackIconUrlOverride;
        else
            payload["icon_emoji"] = options.SlackEmojiOverride;
        payload["channel"] = channel;
        return payload;
    }

    private JsonArray Attachments(Alert alert)
    {
        var attachments = new JsonArray(Attachment(alert));
        options.KibanaDiscover.AddTo(attachments, alert.Kibana());
        options.OpenSearchDiscover.AddTo(attachments, alert.OpenSearch());
        options.JiraTicket.AddTo(attachments, alert.JiraTicket());
        return attachments;
    }

    private JsonObject Attachment(Alert alert)
    {
        var attachment = new JsonObject
        {
            ["color"] = options.SlackMsgColor,
            ["title"] = options.SlackTitle.Length > 0 ? options.SlackTitle : alert.Subject,
            ["text"] = alert.Body,
            ["mrkdwn_in"] = new JsonArray("text", "pretext"),
            ["fields"] = AlertFields.Fill(options.SlackAlertFields, alert.Matches[0].Fields),
        };
        foreach (var (name, text) in options.Extras)
            attachment.AddText(name, text);
        return attachment;
    }
}
