using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Discord;

/// <summary>Registers the <c>discord</c> alerter.</summary>
internal static class DiscordAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<DiscordAlerterOptions>
    {
        Name = "discord",
        Service = "Discord",
        RequiredOptions = ["discord_webhook_url"],
        KnownOptions = ["discord_timeout", "discord_ca_certs", "discord_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile { HasSummary = false },
        Read = DiscordAlerterOptions.Read,
        Describe = static entry => new AlertInfo("discord").WithHost("discord_webhook_url", entry.Options.Text("discord_webhook_url") ?? ""),
        Create = static (_, options, sender) => new DiscordAlerter(options, sender),
    }.Build();
}
