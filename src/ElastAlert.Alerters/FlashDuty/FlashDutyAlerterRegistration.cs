using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.FlashDuty;

/// <summary>Registers the <c>flashduty</c> alerter.</summary>
internal static class FlashDutyAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<FlashDutyAlerterOptions>
    {
        Name = "flashduty",
        Service = "FlashDuty",
        RequiredOptions = ["flashduty_integration_key"],
        KnownOptions = ["flashduty_proxy", "flashduty_timeout", "flashduty_ca_certs", "flashduty_ignore_ssl_errors"],
        Read = FlashDutyAlerterOptions.Read,
        Describe = static _ => new AlertInfo("flashduty"),
        Create = static (_, options, sender) => new FlashDutyAlerter(options, sender),
    }.Build();
}
