using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Mattermost;

/// <summary>Writes alerts to channels of Mattermost.</summary>
internal sealed class MattermostAlerter(MattermostAlerterOptions options, AlertHttpSender sender, AlerterEntry entry) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Calls(alert), cancellationToken);

    private bool HasTextOnly => entry.Options.Text("alert_text_type") == "alert_text_only";

    private IEnumerable<HttpCall> Calls(Alert alert) =>
        from url in options.WebhookUrl
        from channel in options.ChannelOverride
        select HttpCall.PostJson(url, Payload(alert, channel));

    private JsonObject Payload(Alert alert, string channel)
    {
        var payload = new JsonObject { ["username"] = options.UsernameOverride, ["attachments"] = Attachments(alert) };
        if (!HasTextOnly)
            payload["text"] = alert.Body;
        if (options.IconUrlOverride.Length > 0)
            payload["icon_url"] = options.IconUrlOverride;
        else
            payload["icon_emoji"] = options.EmojiOverride;
        payload["channel"] = channel;
        return payload;
    }

    private JsonArray Attachments(Alert alert)
    {
        var attachments = new JsonArray(Attachment(alert));
        options.KibanaDiscover.AddTo(attachments, alert.Kibana());
        options.OpenSearchDiscover.AddTo(attachments, alert.OpenSearch());
        return attachments;
    }

    private JsonObject Attachment(Alert alert)
    {
        var attachment = new JsonObject
        {
            ["fallback"] = $"{alert.Subject}: {options.MsgPretext}",
            ["color"] = options.MsgColor,
            ["title"] = options.Title.Length > 0 ? options.Title : alert.Subject,
            ["pretext"] = options.MsgPretext,
            ["fields"] = JsonNodes.List(options.MsgFields.Select(field => Field(field, alert))),
        };
        if (HasTextOnly)
            attachment["text"] = alert.Body;
        attachment.AddText("title_link", options.TitleLink);
        attachment.AddText("footer", options.Footer);
        attachment.AddText("footer_icon", options.FooterIcon);
        attachment.AddText("image_url", options.ImageUrl);
        attachment.AddText("thumb_url", options.ThumbUrl);
        attachment.AddText("author_name", options.AuthorName);
        attachment.AddText("author_link", options.AuthorLink);
        attachment.AddText("author_icon", options.AuthorIcon);
        return attachment;
    }

    private JsonObject Field(OptionMap field, Alert alert)
    {
        var filled = new JsonObject();
        filled.Overlay(field.Without("args"));
        if (field.Texts("args") is { Count: > 0 } args)
            filled["value"] = FieldText(field.Text("value"), args, alert);
        return filled;
    }

    // Zero and empty texts count as missing here, as in the reference.
    private string FieldText(string? format, IReadOnlyList<string> args, Alert alert)
    {
        var missing = Values.JsonValue.Of(entry.Options.Text("alert_missing_value") ?? ArgumentValues.MissingText);
        var values = args.Select(arg => alert.Matches[0].Fields.Find(arg)).Select(value => value.IsEmpty ? missing : value.Element).ToList();
        return format is null ? string.Join('\n', values.Select(PythonText.Of)) : FormatText.Parse(format).Format(values);
    }
}
