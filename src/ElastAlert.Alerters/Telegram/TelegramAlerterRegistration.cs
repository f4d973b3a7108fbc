using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Telegram;

/// <summary>Registers the <c>telegram</c> alerter.</summary>
internal static class TelegramAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<TelegramAlerterOptions>
    {
        Name = "telegram",
        Service = "Telegram",
        RequiredOptions = ["telegram_bot_token", "telegram_room_id"],
        KnownOptions = ["telegram_timeout", "telegram_ca_certs", "telegram_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile { HasSummary = false },
        Read = TelegramAlerterOptions.Read,
        Describe = static entry => new AlertInfo("telegram").With("telegram_room_id", entry),
        Create = static (_, options, sender) => new TelegramAlerter(options, sender),
    }.Build();
}
