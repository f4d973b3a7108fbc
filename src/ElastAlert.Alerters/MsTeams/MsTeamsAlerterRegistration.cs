using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MsTeams;

/// <summary>Registers the <c>ms_teams</c> alerter.</summary>
internal static class MsTeamsAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<MsTeamsAlerterOptions>
    {
        Name = "ms_teams",
        Service = "Teams",
        RequiredOptions = ["ms_teams_webhook_url"],
        KnownOptions = ["ms_teams_alert_summary", "ms_teams_theme_color", "ms_teams_alert_fixed_width", "ms_teams_proxy", "ms_teams_ca_certs", "ms_teams_ignore_ssl_errors", "ms_teams_timeout"],
        Read = MsTeamsAlerterOptions.Read,
        Describe = static entry => new AlertInfo("ms_teams").WithHosts("ms_teams_webhook_url", entry, "ms_teams_webhook_url"),
        Create = static (_, options, sender) => new MsTeamsAlerter(options, sender),
    }.Build();
}
