using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.PagerDuty;

/// <summary>Registers the <c>pagerduty</c> alerter.</summary>
internal static class PagerDutyAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<PagerDutyAlerterOptions>
    {
        Name = "pagerduty",
        Service = "PagerDuty",
        RequiredOptions = ["pagerduty_service_key", "pagerduty_client_name"],
        KnownOptions = ["pagerduty_timeout", "pagerduty_ca_certs", "pagerduty_ignore_ssl_errors"],
        Read = PagerDutyAlerterOptions.Read,
        Describe = static entry => new AlertInfo("pagerduty").With("pagerduty_client_name", entry),
        Create = static (context, options, sender) => new PagerDutyAlerter(options, context.Entry, sender),
    }.Build();
}
