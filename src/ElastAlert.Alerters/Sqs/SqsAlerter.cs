using System.Security.Cryptography;
using System.Text;
using ElastAlert.Alerters.Aws;

namespace ElastAlert.Alerters.Sqs;

/// <summary>Sends alerts to a queue of Amazon SQS.</summary>
internal sealed class SqsAlerter(SqsAlerterOptions options, AwsSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAsync(("SendMessage", "2012-11-05"), Parameters(alert), cancellationToken);

    private IEnumerable<KeyValuePair<string, string>> Parameters(Alert alert)
    {
        yield return new("QueueUrl", options.QueueUrl);
        yield return new("MessageBody", SqsMessages.Of(alert));
        if (!options.QueueUrl.EndsWith(".fifo", StringComparison.Ordinal))
            yield break;
        // Such a queue keeps the order of a rule's alerts, and takes an alert that is sent again only once.
        yield return new("MessageGroupId", Hash(alert.Rule.Name));
        yield return new("MessageDeduplicationId", Hash(alert.Id));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
