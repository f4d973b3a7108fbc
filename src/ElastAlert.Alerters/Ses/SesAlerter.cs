using ElastAlert.Alerters.Aws;

namespace ElastAlert.Alerters.Ses;

/// <summary>Mails alerts over Amazon SES.</summary>
internal sealed class SesAlerter(SesAlerterOptions options, AwsSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAsync(("SendEmail", "2010-12-01"), Parameters(alert), cancellationToken);

    private IEnumerable<KeyValuePair<string, string>> Parameters(Alert alert) =>
    [
        new("Source", options.FromAddr),
        .. Members("Destination.ToAddresses", options.Recipients.For(alert.Matches[0].Fields)),
        .. Members("Destination.CcAddresses", options.Cc),
        .. Members("Destination.BccAddresses", options.Bcc),
        new("Message.Subject.Charset", "UTF-8"),
        new("Message.Subject.Data", alert.Subject),
        new("Message.Body.Text.Charset", "UTF-8"),
        new("Message.Body.Text.Data", alert.Body),
        .. Members("ReplyToAddresses", options.ReplyTo),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Members(string name, IReadOnlyList<string> values) =>
        values.Index().Select(item => KeyValuePair.Create($"{name}.member.{item.Index + 1}", item.Item));
}
