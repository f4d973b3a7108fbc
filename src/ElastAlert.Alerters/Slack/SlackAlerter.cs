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
            ["parse"] = options.SlackParseOverride,
            ["text"] = options.SlackTextString,
            ["attachments"] = Attachments(alert),
            ["channel"] = channel,
        };
        options.Sender.AddTo(payload);
        return payload;
    }

    private JsonArray Attachments(Alert alert)
    {
        var attachments = new JsonArray(Attachment(alert));
        options.DiscoverLinks.AddTo(attachments, alert);
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
        attachment.AddText("pretext", options.SlackMsgPretext);
        options.Details.AddTo(attachment);
        return attachment;
    }
}
