using ElastAlert.Search.Aws;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Search.Aws;

/// <summary>Shows where services are, and that requests are signed as AWS's own library signs them.</summary>
public sealed class AwsServiceTests
{
    private readonly Dictionary<string, string> _variables = new() { ["HOME"] = "/h", ["AWS_EC2_METADATA_DISABLED"] = "true" };
    private readonly Dictionary<string, string> _files = new() { ["/h/.aws/credentials"] = "[ops]\naws_access_key_id = O\naws_secret_access_key = P\n" };

    [Theory]
    [InlineData("eu-west-1", "https://email.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://email.cn-north-1.amazonaws.com.cn/")]
    public void Endpoint_Region_IsItsHost(string region, string address) =>
        Service(new() { Service = "ses", HostPrefix = "email", Region = region }).Endpoint.Should().Be(new Uri(address));

    [Fact]
    public void Endpoint_Variables_WinAndTheParticularOneMost()
    {
        _variables["AWS_ENDPOINT_URL"] = "http://localhost:4566";
        _variables["AWS_ENDPOINT_URL_SNS"] = "http://localhost:4567/sns";

        Service(new() { Service = "sns", Region = "eu-west-1" }).Endpoint.Should().Be(new Uri("http://localhost:4567/sns"));
        Service(new() { Service = "sqs", Region = "eu-west-1" }).Endpoint.Should().Be(new Uri("http://localhost:4566/"));
    }

    [Fact]
    public void Region_NotWritten_IsThatOfTheVariableThenTheProfileThenTheDefault()
    {
        var options = new AwsServiceOptions { Service = "sns", Profile = "ops", DefaultRegion = "us-west-2" };
        Service(options).Region.Should().Be("us-west-2");

        _files["/h/.aws/config"] = "[profile ops]\nregion = eu-west-1\n";
        Service(options).Region.Should().Be("eu-west-1");

        _variables["AWS_DEFAULT_REGION"] = "eu-west-3";
        Service(options).Region.Should().Be("eu-west-3");
        Service(options with { Region = "sa-east-1" }).Region.Should().Be("sa-east-1");
    }

    [Fact]
    public async Task SignAsync_TemporaryCredentials_SignsAsTheLibraryOfAws()
    {
        _variables["AWS_ACCESS_KEY_ID"] = "AK";
        _variables["AWS_SECRET_ACCESS_KEY"] = "SK";
        _variables["AWS_SESSION_TOKEN"] = "T";

        var headers = await SignAsync(new() { Service = "sns", Region = "eu-west-1" });

        headers["x-amz-content-sha256"].Should().Be("cd4538adaeacdd1940dd3a42130eb584ad50d527d8e81e2b8de5ff0dc7bbafab");
        headers["x-amz-date"].Should().Be("20240501T120000Z");
        headers["x-amz-security-token"].Should().Be("T");
        headers["Authorization"].Should().Be(
            "AWS4-HMAC-SHA256 Credential=AK/20240501/eu-west-1/sns/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, "
            + "Signature=d0dbbdab7125e57539edad1109f38fd003b0a0a31cbe197cb6c2b1b052492cea");
    }

    [Theory]
    [InlineData("K", "S", null, "Credential=K/")]
    [InlineData("K", "S", "ops", "Credential=O/")]
    [InlineData(null, null, null, "Credential=AK/")]
    public async Task SignAsync_Credentials_AreTheProfilesThenTheWrittenThenTheChains(string? key, string? secret, string? profile, string expected)
    {
        _variables["AWS_ACCESS_KEY_ID"] = "AK";
        _variables["AWS_SECRET_ACCESS_KEY"] = "SK";

        var headers = await SignAsync(new() { Service = "sns", Region = "eu-west-1", AccessKeyId = key, SecretAccessKey = secret, Profile = profile });

        headers["Authorization"].Should().Contain(expected);
    }

    private async Task<Dictionary<string, string>> SignAsync(AwsServiceOptions options)
    {
        var service = Service(options);
        var body = "Action=Publish&Version=2010-03-31&Message=m"u8.ToArray();
        return new(await service.SignAsync(HttpMethod.Post, service.Endpoint, body, TestContext.Current.CancellationToken));
    }

    private AwsService Service(AwsServiceOptions options) => new(
        options,
        static () => throw new InvalidOperationException("nothing is asked for credentials"),
        new AwsEnvironment(_variables.GetValueOrDefault, _files.GetValueOrDefault),
        new TestClock());
}
