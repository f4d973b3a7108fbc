using ElastAlert.Search.Aws;

namespace ElastAlert.Core.Tests.Search.Aws;

/// <summary>Compares with the signatures that AWS published for testing implementations.</summary>
public sealed class AwsSignatureTests
{
    private static readonly AwsCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static readonly DateTimeOffset Moment = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/?Param1=value2&Param1=value1", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData("POST", "/?Param1=value1", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11")]
    public void Authorize_PublishedRequest_HasThePublishedSignature(string method, string path, string signature)
    {
        Signature(new AwsSignedRequest(method, path, Headers(), AwsSignature.HashOf([]))).Should().Be(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
            + $"Signature={signature}");
    }

    [Fact]
    public void Authorize_HeaderWithBlanks_IsTrimmed()
    {
        var request = new AwsSignedRequest("GET", "/", [.. Headers(), new("my-header1", "  value1 "), new("my-header2", " \"a   b   c\"")], AwsSignature.HashOf([]));

        Signature(request).Should().EndWith("Signature=acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    }

    [Fact]
    public void Authorize_Body_IsSigned()
    {
        var request = new AwsSignedRequest(
            "POST", "/", [.. Headers(), new("content-type", "application/x-www-form-urlencoded")], AwsSignature.HashOf("Param1=value1"u8));

        Signature(request).Should().EndWith("Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    }

    [Fact]
    public void Canonical_PathAndWildcards_AreEncodedOnceMore()
    {
        new AwsSignedRequest("POST", "/logs-*,a%3Ab/_search?q=%40t&size=0", Headers(), "h").Canonical()
            .Should().StartWith("POST\n/logs-%2A%2Ca%253Ab/_search\nq=%40t&size=0\nhost:example.amazonaws.com\n");
    }

    private static KeyValuePair<string, string>[] Headers() =>
        [new("host", "example.amazonaws.com"), new("x-amz-date", AwsSignature.Stamp(Moment))];

    private static string Signature(AwsSignedRequest request) => AwsSignature.Authorize(request, Credentials, "us-east-1", "service", Moment);
}
