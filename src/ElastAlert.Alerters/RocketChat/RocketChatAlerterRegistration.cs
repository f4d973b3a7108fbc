using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.RocketChat;

/// <summary>Registers the <c>rocketchat</c> alerter.</summary>
internal static class RocketChatAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<RocketChatAlerterOptions>
    {
        Name = "rocketchat",
        Service = "Rocket.Chat",
        RequiredOptions = ["rocket_chat_webhook_url"],
        TextProfile = new AlertTextProfile { TableWidth = 75, SummaryFrame = new AlertTextFrame("```\n", "```\n") },
        Read = RocketChatAlerterOptions.Read,
        Describe = static entry => new AlertInfo("rocketchat").With("rocket_chat_username_override", entry, "elastalert2").WithHosts("rocket_chat_webhook_url", entry, "rocket_chat_webhook_url"),
        Create = static (_, options, sender) => new RocketChatAlerter(options, sender),
    }.Build();
}
