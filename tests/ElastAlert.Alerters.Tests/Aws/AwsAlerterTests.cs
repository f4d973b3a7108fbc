using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Sns;
using ElastAlert.Alerters.Sqs;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Alerters.Tests.Vectors;
using ElastAlert.Search.Aws;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Aws;

/// <summary>Shows what the recorded cases do not: limits of the services, codes of failures, and options.</summary>
public sealed class AwsAlerterTests
{
    private const string Sns = """{"sns_topic_arn":"arn:aws:sns:us-east-1:1:t","sns_aws_access_key_id":"AK","sns_aws_secret_access_key":"SK"}""";

    [Theory]
    [InlineData(400, "Throttling", true)]
    [InlineData(403, "ExpiredToken", true)]
    [InlineData(403, "RequestExpired", true)]
    [InlineData(400, "InvalidParameter", false)]
    [InlineData(403, "AccessDenied", false)]
    [InlineData(500, "InternalFailure", true)]
    public async Task SendAsync_ServiceRefuses_ItsCodeSaysWhetherTryingAgainCanHelp(int status, string code, bool isTransient)
    {
        await using var server = new ScriptedHttpServer(_ => new(status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>"));
        var act = () => TestAlerters.Create(server, "sns", Sns).SendAsync(Some.Alert(), CancellationToken.None);

        var failure = (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;

        failure.Message.Should().StartWith($"Amazon SNS at https://sns.us-east-1.amazonaws.com answered {status}").And.Contain(code);
        failure.IsTransient.Should().Be(isTransient);
    }

    [Fact]
    public async Task SendAsync_NoCredentials_MayBeTriedAgainAndSaysWhatToDo()
    {
        var services = new ServiceCollection().AddElastAlertAlerters()
            .AddSingleton(new AwsEnvironment(static name => name == "AWS_EC2_METADATA_DISABLED" ? "true" : null, static _ => null));
        var alerter = TestAlerters.Create(services.BuildServiceProvider(), "sns", """{"sns_topic_arn":"arn:aws:sns:us-east-1:1:t"}""");
        var act = () => alerter.SendAsync(Some.Alert(), CancellationToken.None);

        var failure = (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;

        failure.Message.Should().StartWith("Amazon SNS: No AWS credentials were found: ");
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [InlineData("  on two\r\nlines é😀\t", "on two  lines ?? ")]
    [InlineData("\n", "")]
    public void Of_SubjectThatSnsRefuses_IsOneThatItTakes(string subject, string expected) => SnsSubject.Of(subject).Should().Be(expected);

    [Fact]
    public void Of_LongSubject_IsCut() => SnsSubject.Of(new string('x', 101)).Should().Be(new string('x', 100));

    [Fact]
    public async Task SendAsync_FifoQueue_NamesTheRuleAndTheAlert()
    {
        var first = await SendAsync(Some.Alert());
        var again = await SendAsync(Some.Alert());
        var other = await SendAsync(Some.Alert() with { Id = "another" });

        again["MessageDeduplicationId"].Should().Be(first["MessageDeduplicationId"]).And.NotBe(other["MessageDeduplicationId"]);
        other["MessageGroupId"].Should().Be(first["MessageGroupId"]);
    }

    [Theory]
    [InlineData('x', 800_000, 800_000, "x")]
    [InlineData('x', 800_001, 800_047, "\n*message was cropped according to SQS limits!*")]
    [InlineData('é', 400_000, 43, "Text message omitted due to SQS size limit.")]
    public void Of_LongBody_IsCutThenLeftOut(char letter, int length, int expectedLength, string expectedEnd)
    {
        var message = SqsMessages.Of(Some.Alert() with { Body = new string(letter, length) });

        var text = JsonElement.Parse(Encoding.UTF8.GetBytes(message)).GetProperty("text").GetString()!;
        text.Length.Should().Be(expectedLength);
        text[^expectedEnd.Length..].Should().Be(expectedEnd);
    }

    [Theory]
    [InlineData("""{"sqs_queue_url":"https://sqs.eu-west-1.amazonaws.com/1/q"}""", "eu-west-1", "https://sqs.eu-west-1.amazonaws.com/")]
    [InlineData("""{"sqs_queue_url":"https://sqs.eu-west-1.amazonaws.com/1/q","sqs_aws_region":"eu-west-2"}""", "eu-west-2", "https://sqs.eu-west-1.amazonaws.com/")]
    [InlineData("""{"sqs_queue_url":"http://localhost:4566/1/q"}""", "us-east-1", "http://localhost:4566/")]
    [InlineData("""{"sqs_queue_url":"https://eu-west-1.queue.amazonaws.com/1/q"}""", "us-east-1", null)]
    public void Read_Queue_SaysWhereItIs(string options, string region, string? endpoint)
    {
        var read = SqsAlerterOptions.Read(new AlerterOptionReader(Some.Rule(), Some.Entry("sqs", options)));

        (read.Region, read.Endpoint?.AbsoluteUri).Should().Be((region, endpoint));
    }

    [Theory]
    [InlineData("""{"sns_aws_access_key_id":"AK"}""", "stands without sns_aws_secret_access_key.")]
    [InlineData("""{"sns_aws_secret_access_key":"SK","sns_aws_access_key_id":""}""", "stands without sns_aws_access_key_id.")]
    public void Read_HalfOfAKey_IsAProblem(string options, string message)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("sns", options));

        AwsAccount.Read(reader, "sns_").ToString().Should().BeEmpty();

        reader.Problems.Should().ContainSingle().Which.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("ses_aws_access_key", "ses_aws_secret_key")]
    [InlineData("ses_aws_access_key_id", "ses_aws_secret_access_key")]
    public async Task SendAsync_EitherNamesOfTheKey_AreRead(string key, string secret)
    {
        await using var server = new ScriptedHttpServer(static _ => new());
        var alerter = TestAlerters.Create(server, "ses", $$"""{"ses_email":"a@x","ses_from_addr":"f@x","{{key}}":"WRITTEN","{{secret}}":"SK"}""");

        await alerter.SendAsync(Some.Alert(), CancellationToken.None);

        server.Requests[0].Headers["Authorization"].Should().Contain("Credential=WRITTEN/");
    }

    [Fact]
    public async Task SendAsync_FieldNamesAForbiddenReceiver_SendsNothing()
    {
        await using var server = new ScriptedHttpServer(static _ => new());
        var alerter = TestAlerters.Create(
            server, "ses", """{"ses_email":"a@x","ses_from_addr":"f@x","ses_email_from_field":"to","ses_email_from_field_domains":["x"],"ses_aws_access_key_id":"AK","ses_aws_secret_access_key":"SK"}""");
        var act = () => alerter.SendAsync(Some.Alert(matches: Some.Match("""{"to":"b@evil.example"}""")), CancellationToken.None);

        await act.Should().ThrowAsync<AlertDeliveryException>().WithMessage("*ses_email_from_field_domains*");
        server.Requests.Should().BeEmpty();
    }

    private static async Task<Dictionary<string, string>> SendAsync(Alert alert)
    {
        await using var server = new ScriptedHttpServer(static _ => new());
        var alerter = TestAlerters.Create(server, "sqs", """{"sqs_queue_url":"https://sqs.eu-west-1.amazonaws.com/1/q.fifo","sqs_aws_access_key_id":"AK","sqs_aws_secret_access_key":"SK"}""");
        await alerter.SendAsync(alert, CancellationToken.None);
        return VectorComparison.Form(server.Requests[0].Body);
    }
}
