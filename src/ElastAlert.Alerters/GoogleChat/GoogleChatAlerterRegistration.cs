using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.GoogleChat;

/// <summary>Registers the <c>googlechat</c> alerter.</summary>
internal static class GoogleChatAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<GoogleChatAlerterOptions>
    {
        Name = "googlechat",
        Service = "Google Chat",
        RequiredOptions = ["googlechat_webhook_url"],
        KnownOptions = ["googlechat_timeout", "googlechat_ca_certs", "googlechat_ignore_ssl_errors"],
        Read = GoogleChatAlerterOptions.Read,
        Describe = static entry => new AlertInfo("googlechat").WithHosts("googlechat_webhook_url", entry, "googlechat_webhook_url"),
        Create = static (_, options, sender) => new GoogleChatAlerter(options, sender),
    }.Build();
}
