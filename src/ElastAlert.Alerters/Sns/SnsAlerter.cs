using ElastAlert.Alerters.Aws;

namespace ElastAlert.Alerters.Sns;

/// <summary>Publishes alerts to a topic of Amazon SNS.</summary>
internal sealed class SnsAlerter(SnsAlerterOptions options, AwsSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAsync(("Publish", "2010-03-31"), Parameters(alert), cancellationToken);

    private IEnumerable<KeyValuePair<string, string>> Parameters(Alert alert)
    {
        yield return new("TopicArn", options.TopicArn);
        yield return new("Message", alert.Body);
        if (SnsSubject.Of(alert.Subject) is { Length: > 0 } subject)
            yield return new("Subject", subject);
    }
}
