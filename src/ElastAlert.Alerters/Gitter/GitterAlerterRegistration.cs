using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Gitter;

/// <summary>Registers the <c>gitter</c> alerter.</summary>
internal static class GitterAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<GitterAlerterOptions>
    {
        Name = "gitter",
        Service = "Gitter",
        RequiredOptions = ["gitter_webhook_url"],
        KnownOptions = ["gitter_timeout", "gitter_ca_certs", "gitter_ignore_ssl_errors"],
        Read = GitterAlerterOptions.Read,
        Describe = static entry => new AlertInfo("gitter").WithHost("gitter_webhook_url", entry.Options.Text("gitter_webhook_url") ?? ""),
        Create = static (_, options, sender) => new GitterAlerter(options, sender),
    }.Build();
}
