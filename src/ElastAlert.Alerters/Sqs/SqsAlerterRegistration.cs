using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;
using ElastAlert.Search.Aws;

namespace ElastAlert.Alerters.Sqs;

/// <summary>Registers the <c>sqs</c> alerter.</summary>
internal static class SqsAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<SqsAlerterOptions>
    {
        Name = "sqs",
        Service = "Amazon SQS",
        RequiredOptions = ["sqs_queue_url"],
        KnownOptions = ["sqs_timeout", "sqs_proxy", "sqs_proxy_login", "sqs_proxy_pass", "sqs_ca_certs", "sqs_ignore_ssl_errors"],
        Read = SqsAlerterOptions.Read,
        Describe = static _ => new AlertInfo("sqs"),
        Create = static (context, options, sender) =>
        {
            var service = options.Account.For("sqs") with { Region = options.Region, Endpoint = options.Endpoint };
            return new SqsAlerter(options, new AwsSender(AwsService.Create(service, context.Services), sender));
        },
    }.Build();
}
