using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WebexWebhook;

/// <summary>Registers the <c>webex_webhook</c> alerter.</summary>
internal static class WebexWebhookAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<WebexWebhookAlerterOptions>
    {
        Name = "webex_webhook",
        Service = "Webex",
        RequiredOptions = ["webex_webhook_id"],
        KnownOptions = ["webex_webhook_timeout", "webex_webhook_proxy", "webex_webhook_ca_certs", "webex_webhook_ignore_ssl_errors", "webex_webhook_proxy_login", "webex_webhook_proxy_pass"],
        Read = WebexWebhookAlerterOptions.Read,
        Describe = static entry => new AlertInfo("webex_webhook").With("webex_webhook_msgtype", entry, "text"),
        Create = static (_, options, sender) => new WebexWebhookAlerter(options, sender),
    }.Build();
}
