using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Twilio;

/// <summary>Registers the <c>twilio</c> alerter.</summary>
internal static class TwilioAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<TwilioAlerterOptions>
    {
        Name = "twilio",
        Service = "Twilio",
        RequiredOptions = ["twilio_account_sid", "twilio_auth_token", "twilio_to_number"],
        KnownOptions = ["twilio_proxy", "twilio_timeout", "twilio_ca_certs", "twilio_ignore_ssl_errors"],
        Read = TwilioAlerterOptions.Read,
        Describe = static entry => new AlertInfo("twilio").With("twilio_client_name", entry.Options.TryGetValue("twilio_from_number", out var number) ? number.ToJson() : JsonValue.Null),
        Create = static (_, options, sender) => new TwilioAlerter(options, sender),
    }.Build();
}
