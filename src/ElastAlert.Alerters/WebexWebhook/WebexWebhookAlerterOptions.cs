using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WebexWebhook;

/// <summary>Holds the options of the <c>webex_webhook</c> alerter.</summary>
internal sealed class WebexWebhookAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the id of the webhook.</summary>
    public string WebhookId { get; init; } = "";

    /// <summary>Gets the form of the text: <c>text</c> or <c>markdown</c>.</summary>
    /// <value>The default is <c>text</c>.</value>
    public string MsgType { get; init; } = "text";

    /// <summary>Gets how Webex is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static WebexWebhookAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookId = reader.Text("webex_webhook_id", ""),
        MsgType = reader.Text("webex_webhook_msgtype", "text"),
        Http = AlerterHttpOptions.Read(reader, "webex_webhook_"),
    };
}
