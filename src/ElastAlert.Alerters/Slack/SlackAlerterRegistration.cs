using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Slack;

/// <summary>Registers the <c>slack</c> alerter.</summary>
internal static class SlackAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<SlackAlerterOptions>
    {
        Name = "slack",
        Service = "Slack",
        RequiredOptions = ["slack_webhook_url"],
        TextProfile = new AlertTextProfile { TableWidth = 75, SummaryFrame = new AlertTextFrame("```\n", "```\n") },
        UsesReceiptsOf = ["jira"],
        Read = SlackAlerterOptions.Read,
        Describe = static entry => new AlertInfo("slack").With("slack_username_override", entry, "elastalert"),
        Create = static (_, options, sender) => new SlackAlerter(options, sender),
    }.Build();
}
