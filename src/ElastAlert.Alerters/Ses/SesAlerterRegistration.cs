using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Search.Aws;

namespace ElastAlert.Alerters.Ses;

/// <summary>Registers the <c>ses</c> alerter.</summary>
internal static class SesAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<SesAlerterOptions>
    {
        Name = "ses",
        Service = "Amazon SES",
        RequiredOptions = ["ses_email", "ses_from_addr"],
        KnownOptions = ["ses_email_from_field_domains", "ses_timeout", "ses_proxy", "ses_proxy_login", "ses_proxy_pass", "ses_ca_certs", "ses_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile
        {
            DefaultSubject = static (rule, match) => DefaultSubjects.WithQueryKey($"ElastAlert 2: {rule.Name}", " - ", rule, match),
        },
        Read = SesAlerterOptions.Read,
        Describe = static entry => new AlertInfo("ses").WithTexts("recipients", entry, "ses_email"),
        Create = static (context, options, sender) =>
            new SesAlerter(options, new AwsSender(AwsService.Create(options.Account.For("ses") with { HostPrefix = "email" }, context.Services), sender)),
    }.Build();
}
