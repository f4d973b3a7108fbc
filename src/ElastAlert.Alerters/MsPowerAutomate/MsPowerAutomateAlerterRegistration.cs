using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MsPowerAutomate;

/// <summary>Registers the <c>ms_power_automate</c> alerter.</summary>
internal static class MsPowerAutomateAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<MsPowerAutomateAlerterOptions>
    {
        Name = "ms_power_automate",
        Service = "Power Automate",
        RequiredOptions = ["ms_power_automate_webhook_url"],
        KnownOptions = ["ms_power_automate_webhook_url_hosts", "ms_power_automate_timeout"],
        Read = MsPowerAutomateAlerterOptions.Read,
        Describe = static entry => new AlertInfo("ms_power_automate").WithHosts("ms_power_automate_webhook_url", entry, "ms_power_automate_webhook_url"),
        Create = static (_, options, sender) => new MsPowerAutomateAlerter(options, sender),
    }.Build();
}
