using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Alertmanager;

/// <summary>Registers the <c>alertmanager</c> alerter.</summary>
internal static class AlertmanagerAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<AlertmanagerAlerterOptions>
    {
        Name = "alertmanager",
        Service = "Alertmanager",
        RequiredOptions = ["alertmanager_hosts"],
        Read = AlertmanagerAlerterOptions.Read,
        Describe = static _ => new AlertInfo("alertmanager"),
        Create = static (_, options, sender) => new AlertmanagerAlerter(options, sender),
    }.Build();
}
