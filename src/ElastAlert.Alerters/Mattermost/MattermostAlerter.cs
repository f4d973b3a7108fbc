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
        var payload = new JsonObject { ["attachments"] = Attachments(alert), ["channel"] = channel };
        if (!HasTextOnly)
            payload["text"] = alert.Body;
        options.Sender.AddTo(payload);
        return payload;
    }

    private JsonArray Attachments(Alert alert)
    {
        var attachments = new JsonArray(Attachment(alert));
        options.DiscoverLinks.AddTo(attachments, alert);
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
        options.Details.AddTo(attachment);
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
