using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Sns;

/// <summary>Holds the options of the <c>sns</c> alerter.</summary>
internal sealed class SnsAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the topic.</summary>
    public string TopicArn { get; init; } = "";

    /// <summary>Gets the account.</summary>
    public AwsAccount Account { get; init; } = new();

    /// <summary>Gets how SNS is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static SnsAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        TopicArn = reader.Text("sns_topic_arn", ""),
        Account = AwsAccount.Read(reader, "sns_"),
        Http = AlerterHttpOptions.Read(reader, "sns_"),
    };
}
