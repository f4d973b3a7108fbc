using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Gitter;

/// <summary>Holds the options of the <c>gitter</c> alerter.</summary>
internal sealed class GitterAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhook.</summary>
    public string GitterWebhookUrl { get; init; } = "";

    /// <summary>Gets the level: <c>error</c> or <c>info</c>.</summary>
    /// <value>The default is <c>error</c>.</value>
    public string GitterMsgLevel { get; init; } = "error";

    /// <summary>Gets how Gitter is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static GitterAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        GitterWebhookUrl = reader.Url("gitter_webhook_url"),
        GitterMsgLevel = reader.Text("gitter_msg_level", "error"),
        Http = AlerterHttpOptions.Read(reader, "gitter_"),
    };
}
