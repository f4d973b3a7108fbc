using System.Net;
using ElastAlert.Search.Aws;
using ElastAlert.Search.Http;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Search.Aws;

public sealed class AwsCredentialChainTests : IDisposable
{
    private readonly Dictionary<string, string> _variables = new() { ["HOME"] = "/h", ["AWS_EC2_METADATA_DISABLED"] = "true" };
    private readonly Dictionary<string, string> _files = [];
    private readonly ScriptedHandler _metadata = new();
    private readonly TestClock _clock = new();

    public void Dispose() => _metadata.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_Variables_ComeFirst()
    {
        _variables["AWS_ACCESS_KEY_ID"] = "A";
        _variables["AWS_SECRET_ACCESS_KEY"] = "S";
        _variables["AWS_SESSION_TOKEN"] = "T";
        _files["/h/.aws/credentials"] = "[default]\naws_access_key_id = F\naws_secret_access_key = S";

        (await GetAsync()).Should().Be(new AwsCredentials("A", "S") { SessionToken = "T" });
    }

    [Fact]
    public async Task GetAsync_NamedProfile_LeavesVariablesOut()
    {
        _variables["AWS_ACCESS_KEY_ID"] = "A";
        _variables["AWS_SECRET_ACCESS_KEY"] = "S";
        _files["/h/.aws/credentials"] = "# shared\n[default]\naws_access_key_id = F\naws_secret_access_key = S\n[ops]\naws_access_key_id=O\naws_secret_access_key=P=\n";

        (await GetAsync("ops")).Should().Be(new AwsCredentials("O", "P="));
    }

    [Fact]
    public async Task GetAsync_ConfigFile_NamesItsSectionsDifferently()
    {
        _variables["AWS_PROFILE"] = "ops";
        _files["/h/.aws/config"] = "[profile ops]\naws_access_key_id = C\naws_secret_access_key = S";

        (await GetAsync())!.AccessKey.Should().Be("C");
    }

    [Fact]
    public async Task GetAsync_UnknownProfile_SaysSo()
    {
        var get = () => GetAsync("ops");

        (await get.Should().ThrowAsync<SearchException>()).WithMessage("The AWS profile 'ops' has no access key*");
    }

    [Fact]
    public async Task GetAsync_Container_AsksItsEndpointWithTheToken()
    {
        _variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://169.254.170.23/v1/credentials";
        _variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = "/token";
        _files["/token"] = "abc\n";
        _metadata.Answer("http://169.254.170.23/v1/credentials", """{"AccessKeyId": "K", "SecretAccessKey": "S", "Token": "T", "Expiration": "2024-05-01T13:00:00Z"}""");

        var credentials = await GetAsync();

        credentials!.AccessKey.Should().Be("K");
        credentials.SessionToken.Should().Be("T");
        credentials.Expiration.Should().Be(new DateTimeOffset(2024, 5, 1, 13, 0, 0, TimeSpan.Zero));
        _metadata.Asked.Should().Equal("GET http://169.254.170.23/v1/credentials Authorization: abc");
    }

    [Fact]
    public async Task GetAsync_Instance_TakesATokenThenTheRole()
    {
        _variables.Remove("AWS_EC2_METADATA_DISABLED");
        _metadata.Answer("http://169.254.169.254/latest/api/token", "tok");
        _metadata.Answer("http://169.254.169.254/latest/meta-data/iam/security-credentials/", "role-1\n");
        _metadata.Answer("http://169.254.169.254/latest/meta-data/iam/security-credentials/role-1", """{"AccessKeyId": "I", "SecretAccessKey": "S"}""");

        (await GetAsync())!.AccessKey.Should().Be("I");

        _metadata.Asked[^1].Should().EndWith("X-aws-ec2-metadata-token: tok");
    }

    [Fact]
    public async Task GetAsync_WebIdentity_IsExchangedForARole()
    {
        _variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/jwt";
        _variables["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/r";
        _files["/jwt"] = "jwt";
        _metadata.Answer("https://sts.eu-west-1.amazonaws.com/", """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>W</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken><Expiration>2024-05-01T13:00:00Z</Expiration>
            </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
            """);

        (await GetAsync())!.AccessKey.Should().Be("W");
    }

    [Fact]
    public async Task GetAsync_Nowhere_SaysWhereToPutThem()
    {
        var get = () => GetAsync();

        (await get.Should().ThrowAsync<SearchException>()).WithMessage("No AWS credentials were found: set AWS_ACCESS_KEY_ID*");
    }

    [Fact]
    public async Task GetAsync_MetadataAnswersNonsense_DoesNotQuoteIt()
    {
        _variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/c";
        _metadata.Answer("http://169.254.170.2/c", """{"SecretAccessKey": "topsecret"}""");

        var get = () => GetAsync();

        (await get.Should().ThrowAsync<SearchException>()).Which.ToString().Should().NotContain("topsecret");
    }

    [Fact]
    public async Task Refreshing_TemporaryCredentials_AreFetchedAgainBeforeTheyEnd()
    {
        var fetched = 0;
        var source = new FixedSource(() => new AwsCredentials("K" + ++fetched, "S") { Expiration = _clock.GetUtcNow().AddHours(1) });
        var refreshing = new RefreshingAwsCredentials(source, _clock);

        (await refreshing.GetAsync(Token))!.AccessKey.Should().Be("K1");
        _clock.Advance(TimeSpan.FromMinutes(54));
        (await refreshing.GetAsync(Token))!.AccessKey.Should().Be("K1");
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await refreshing.GetAsync(Token))!.AccessKey.Should().Be("K2");
    }

    [Fact]
    public async Task Signing_Request_CarriesDateTokenAndHost()
    {
        var credentials = new AwsCredentials("K", "S") { SessionToken = "T" };
        var signing = new AwsSignatureAuthentication(new AwsRequestSigner(new AwsFixedCredentials(credentials), "es", "eu-west-1", _clock), "search.example");
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://tunnel:8443/logs/_search?size=0");

        await signing.ApplyAsync(message, "{}"u8.ToArray(), Token);

        message.Headers.Host.Should().Be("search.example");
        message.Headers.GetValues("x-amz-security-token").Should().Equal("T");
        message.Headers.GetValues("Authorization").Single().Should()
            .Contain("/eu-west-1/es/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, Signature=");
    }

    private Task<AwsCredentials?> GetAsync(string? profile = null)
    {
        var environment = new AwsEnvironment(_variables.GetValueOrDefault, _files.GetValueOrDefault);
        return AwsCredentialChain.Create(profile, "eu-west-1", () => new HttpClient(_metadata, disposeHandler: false), environment, _clock).GetAsync(Token);
    }

    private sealed class FixedSource(Func<AwsCredentials> get) : IAwsCredentialSource
    {
        public Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<AwsCredentials?>(get());
    }

    private sealed class ScriptedHandler : HttpMessageHandler
    {
        private readonly Dictionary<string, string> _answers = [];

        public List<string> Asked { get; } = [];

        public void Answer(string address, string body) => _answers[address] = body;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.ToString();
            var headers = string.Join(", ", request.Headers.Select(header => $"{header.Key}: {string.Join(",", header.Value)}"));
            Asked.Add($"{request.Method} {address} {headers}".TrimEnd());
            return Task.FromResult(_answers.TryGetValue(address, out var body)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
