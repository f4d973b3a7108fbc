using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Sqs;

/// <summary>Holds the options of the <c>sqs</c> alerter.</summary>
internal sealed class SqsAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the address of the queue.</summary>
    public string QueueUrl { get; init; } = "";

    /// <summary>Gets the account.</summary>
    public AwsAccount Account { get; init; } = new();

    /// <summary>Gets how SQS is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Gets the region: the written one, else that of the queue's host (<c>sqs.REGION.amazonaws.com</c>), else <c>us-east-1</c>.</summary>
    public string Region => Account.Region
        ?? (Uri.TryCreate(QueueUrl, UriKind.Absolute, out var url) && url.Host.Split('.') is ["sqs", var region, _, ..] ? region : "us-east-1");

    /// <summary>Gets where the queue is asked: at its own host, but for the hosts that queues had of old.</summary>
    public Uri? Endpoint =>
        Uri.TryCreate(QueueUrl, UriKind.Absolute, out var url) && !url.Host.EndsWith("queue.amazonaws.com", StringComparison.Ordinal) ? new Uri(url, "/") : null;

    /// <summary>Reads the options and finds their problems.</summary>
    public static SqsAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        QueueUrl = reader.Url("sqs_queue_url"),
        Account = AwsAccount.Read(reader, "sqs_"),
        Http = AlerterHttpOptions.Read(reader, "sqs_"),
    };
}
