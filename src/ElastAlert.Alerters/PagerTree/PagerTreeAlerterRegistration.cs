using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.PagerTree;

/// <summary>Registers the <c>pagertree</c> alerter.</summary>
internal static class PagerTreeAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<PagerTreeAlerterOptions>
    {
        Name = "pagertree",
        Service = "PagerTree",
        RequiredOptions = ["pagertree_integration_url"],
        KnownOptions = ["pagertree_timeout", "pagertree_ca_certs", "pagertree_ignore_ssl_errors"],
        Read = PagerTreeAlerterOptions.Read,
        Describe = static entry => new AlertInfo("pagertree").WithHost("pagertree_integration_url", entry.Options.Text("pagertree_integration_url") ?? ""),
        Create = static (context, options, sender) => new PagerTreeAlerter(options, sender, context.Uuids()),
    }.Build();
}
