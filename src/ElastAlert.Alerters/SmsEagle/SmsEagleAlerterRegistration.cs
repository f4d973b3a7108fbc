using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.SmsEagle;

/// <summary>Registers the <c>smseagle</c> alerter.</summary>
internal static class SmsEagleAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<SmsEagleAlerterOptions>
    {
        Name = "smseagle",
        Service = "SMSEagle",
        RequiredOptions = ["smseagle_url", "smseagle_token", "smseagle_message_type"],
        KnownOptions = ["smseagle_proxy", "smseagle_timeout", "smseagle_ca_certs", "smseagle_ignore_ssl_errors"],
        Read = SmsEagleAlerterOptions.Read,
        Describe = static entry => new AlertInfo("smseagle").WithHost("smseagle_url", entry.Options.Text("smseagle_url") ?? ""),
        Create = static (_, options, sender) => new SmsEagleAlerter(options, sender),
    }.Build();
}
