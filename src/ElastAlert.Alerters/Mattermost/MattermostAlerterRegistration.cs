using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Mattermost;

/// <summary>Registers the <c>mattermost</c> alerter.</summary>
internal static class MattermostAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<MattermostAlerterOptions>
    {
        Name = "mattermost",
        Service = "Mattermost",
        RequiredOptions = ["mattermost_webhook_url"],
        KnownOptions = ["mattermost_timeout", "mattermost_ca_certs"],
        TextProfile = new AlertTextProfile { TableWidth = 75, SummaryFrame = new AlertTextFrame("```\n", "```\n") },
        Read = MattermostAlerterOptions.Read,
        Describe = static entry => new AlertInfo("mattermost").With("mattermost_username_override", entry, "elastalert").WithHosts("mattermost_webhook_url", entry, "mattermost_webhook_url"),
        Create = static (context, options, sender) => new MattermostAlerter(options, sender, context.Entry),
    }.Build();
}
