using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;
using ElastAlert.Search.Aws;

namespace ElastAlert.Alerters.Sns;

/// <summary>Registers the <c>sns</c> alerter.</summary>
internal static class SnsAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<SnsAlerterOptions>
    {
        Name = "sns",
        Service = "Amazon SNS",
        RequiredOptions = ["sns_topic_arn"],
        KnownOptions = ["sns_timeout", "sns_proxy", "sns_proxy_login", "sns_proxy_pass", "sns_ca_certs", "sns_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile { DefaultSubject = static (rule, _) => $"ElastAlert: {rule.Name}" },
        Read = SnsAlerterOptions.Read,
        Describe = static _ => new AlertInfo("sns"),
        Create = static (context, options, sender) =>
            new SnsAlerter(options, new AwsSender(AwsService.Create(options.Account.For("sns"), context.Services), sender)),
    }.Build();
}
