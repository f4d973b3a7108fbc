using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.VictorOps;

/// <summary>Registers the <c>victorops</c> alerter.</summary>
internal static class VictorOpsAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<VictorOpsAlerterOptions>
    {
        Name = "victorops",
        Service = "Splunk On-Call",
        RequiredOptions = ["victorops_api_key", "victorops_routing_key", "victorops_message_type"],
        KnownOptions = ["victorops_timeout", "victorops_ca_certs", "victorops_ignore_ssl_errors"],
        Read = VictorOpsAlerterOptions.Read,
        Describe = static entry => new AlertInfo("victorops").With("victorops_routing_key", entry),
        Create = static (_, options, sender) => new VictorOpsAlerter(options, sender),
    }.Build();
}
