using System.Security.Cryptography.X509Certificates;
using System.Text;
using ElastAlert.Search;
using ElastAlert.Search.Http;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Search.Http;

public sealed class HttpSearchTransportTests
{
    private static readonly SearchRequest Search = new("POST", "/logs/_search?size=0") { Body = Encoding.UTF8.GetBytes("{}") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Answer_HasStatusTypeAndBody()
    {
        await using var server = LocalServer.InOrder(LocalServer.Answer(200, """{"a": 1}""", "application/json; charset=UTF-8"));

        await using var response = await Transport(To(server)).SendAsync(Search, Token);

        response.StatusCode.Should().Be(200);
        response.ContentType.Should().Be("application/json");
        using var reader = new StreamReader(response.Body);
        (await reader.ReadToEndAsync(Token)).Should().Be("""{"a": 1}""");
        server.Asked[0].Should().StartWith("POST /logs/_search?size=0 HTTP/1.1").And.Contain("Content-Type: application/json").And.EndWith("{}");
    }

    [Fact]
    public async Task SendAsync_PathPrefix_ComesFirst()
    {
        await using var server = LocalServer.InOrder(LocalServer.Answer(200, "{}"));

        using var answer = await Transport(To(server) with { Nodes = [new Uri(server.Node, "/es/cluster/")] }).AskAsync(Search, Token);

        server.Asked[0].Should().StartWith("POST /es/cluster/logs/_search?size=0 ");
    }

    [Fact]
    public async Task SendAsync_503ThenOk_IsRetried()
    {
        await using var server = LocalServer.InOrder(LocalServer.Answer(503, "{}"), LocalServer.Answer(502, "{}"), LocalServer.Answer(200, "{}"));

        using var answer = await Transport(To(server)).AskAsync(Search, Token);

        server.Asked.Should().HaveCount(3);
    }

    [Fact]
    public async Task SendAsync_Always503_IsReturnedAfterThreeMoreAttempts()
    {
        await using var server = new LocalServer(_ => LocalServer.Answer(503, """{"error": "starting"}""", headers: "Retry-After: 30\r\n"));

        var failure = await Failure(Transport(To(server)));

        failure.Message.Should().Be("HTTP 503: starting");
        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
        server.Asked.Should().HaveCount(4);
    }

    [Fact]
    public async Task SendAsync_429_IsNotRetried()
    {
        await using var server = LocalServer.InOrder(LocalServer.Answer(
            429, """{"error": {"type": "circuit_breaking_exception", "reason": "Data too large"}}""", headers: "Retry-After: 5\r\n"));

        var failure = await Failure(Transport(To(server)));

        failure.Message.Should().Be("HTTP 429: circuit_breaking_exception: Data too large (the server is overloaded)");
        failure.IsTransient.Should().BeTrue();
        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task SendAsync_503ToARequestThatMustNotBeRepeated_IsReturned()
    {
        await using var server = LocalServer.InOrder(LocalServer.Answer(503, "{}"));

        await using var response = await Transport(To(server)).SendAsync(Search with { IsIdempotent = false }, Token);

        response.StatusCode.Should().Be(503);
        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_FirstNodeIsDown_AsksTheNext()
    {
        await using var up = new LocalServer(_ => LocalServer.Answer(200, "{}"));
        var transport = Transport(To(up) with { Nodes = [await ClosedAsync(), up.Node] });

        using (await transport.AskAsync(Search with { IsIdempotent = false }, Token))
            up.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_AllNodesAreDown_SaysWhatToCheck()
    {
        var closed = await ClosedAsync();

        var failure = await Failure(Transport(Options(closed)));

        failure.Message.Should().Be(
            $"Could not reach http://localhost:{closed.Port} (ConnectionRefused): check es_host and es_port, and that the cluster is up.");
        failure.IsTransient.Should().BeTrue();
        failure.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task SendAsync_UnknownHost_SaysSo()
    {
        var failure = await Failure(Transport(Options(new Uri("http://no-such-host.invalid:9200"))));

        failure.Message.Should().StartWith("The host of http://no-such-host.invalid:9200 is not known");
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsNotRetried()
    {
        await using var server = new LocalServer(_ => null);
        var clock = new TestClock();
        var pending = Failure(Transport(To(server) with { Timeout = TimeSpan.FromSeconds(20) }, clock));
        await server.Arrived;

        clock.Advance(TimeSpan.FromSeconds(20));

        (await pending).Message.Should().Be(
            $"http://localhost:{server.Node.Port} did not answer POST /logs/_search within 20 s: ask for less, or raise es_conn_timeout.");
        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_BodyStopsArriving_TimesOut()
    {
        await using var server = new LocalServer(_ => null);
        var clock = new TestClock();
        var exchange = new HttpExchange(server.Node, Search, TimeSpan.FromSeconds(20), clock, Token);
        await using var stream = new ArrivingStream(new NeverStream(), exchange);
        var reading = stream.ReadAsync(new byte[1], Token).AsTask();

        clock.Advance(TimeSpan.FromSeconds(20));

        (await Assert.ThrowsAsync<SearchException>(() => reading)).Message.Should().Contain("within 20 s");
    }

    [Fact]
    public async Task SendAsync_CallerGivesUp_IsNoError()
    {
        await using var server = new LocalServer(_ => null);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var pending = Transport(To(server)).SendAsync(Search, cancellation.Token);
        await server.Arrived;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task AskAsync_HalfAJson_IsATransientFailure()
    {
        await using var server = new LocalServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"hits\": ");

        var failure = await Failure(Transport(To(server)));

        failure.Message.Should().StartWith(
            $"http://localhost:{server.Node.Port} closed the connection before its answer to POST /logs/_search was complete");
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task AskAsync_Html_AsksWhetherItIsASearchServer()
    {
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "<html>Welcome</html>", "text/html"));

        (await Failure(Transport(To(server)))).Message.Should().StartWith("The answer is text/html, not JSON");
    }

    [Fact]
    public async Task SendAsync_PlainServerAskedForTls_SaysSo()
    {
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"));

        var failure = await Failure(Transport(Options(new UriBuilder(server.Node) { Scheme = "https" }.Uri)));

        failure.Message.Should().Contain($"https://localhost:{server.Node.Port}").And.Contain("TLS");
    }

    [Fact]
    public async Task SendAsync_ExpiredCertificate_NamesTheDayAndTheCure()
    {
        using var certificate = TestCertificates.Expired();
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);

        var failure = await Failure(Transport(To(server)));

        failure.Message.Should().Be(
            $"https://localhost:{server.Node.Port} is not trusted: its certificate (CN=localhost) expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}: "
            + "renew it on the server.");
    }

    [Fact]
    public async Task SendAsync_UnknownAuthority_NamesTheOption()
    {
        using var certificate = TestCertificates.Valid();
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);

        (await Failure(Transport(To(server)))).Message.Should().EndWith("is not issued by an authority of this system: name the issuer's file in ca_certs.");
    }

    [Fact]
    public async Task SendAsync_CertificateForAnotherHost_SaysSo()
    {
        using var certificate = TestCertificates.Valid("es.example");
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);

        (await Failure(Transport(To(server)))).Message.Should().Contain("(CN=es.example) is for another host");
    }

    [Fact]
    public async Task SendAsync_PrivateAuthority_IsTrusted()
    {
        using var certificate = TestCertificates.Valid();
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);
        using var file = new TemporaryFile(certificate.ExportCertificatePem());

        using var answer = await Transport(To(server) with { CaCertificates = file.Path }).AskAsync(Search, Token);

        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_VerificationIsOff_TrustsAnything()
    {
        using var certificate = TestCertificates.Expired();
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);

        using var answer = await Transport(To(server) with { VerifyCertificates = false }).AskAsync(Search, Token);

        server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_ClientCertificate_IsShown()
    {
        using var certificate = TestCertificates.Valid();
        using var client = TestCertificates.Valid("elastalert");
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate, wantsClientCertificate: true);
        using var file = new TemporaryFile(client.ExportCertificatePem() + "\n" + client.GetRSAPrivateKey()!.ExportRSAPrivateKeyPem());

        using var answer = await Transport(To(server) with { VerifyCertificates = false, ClientCertificate = file.Path }).AskAsync(Search, Token);

        server.ClientSubject.Should().Be("CN=elastalert");
    }

    [Fact]
    public void Create_UnreadableCertificateFile_NamesOptionAndFile()
    {
        var create = () => ConnectionHandler.Create(Options(new Uri("https://es")) with { CaCertificates = "/no/such/ca.pem" }, TimeProvider.System);

        create.Should().Throw<SearchException>().WithMessage("ca_certs: /no/such/ca.pem cannot be read as PEM: *");
    }

    [Theory]
    [InlineData("key", "token", "u", "p", "Authorization: ApiKey key")]
    [InlineData(null, "token", "u", "p", "Authorization: Bearer token")]
    [InlineData(null, null, "u", "p", "Authorization: Basic dTpw")]
    [InlineData(null, null, "u", "", null)]
    [InlineData(null, null, null, null, null)]
    public async Task SendAsync_Credentials_FollowTheirPrecedence(string? key, string? token, string? user, string? password, string? expected)
    {
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"));
        var options = To(server) with { ApiKey = key, BearerToken = token, Username = user, Password = password };

        using var answer = await Transport(options).AskAsync(Search, Token);

        var header = server.Asked[0].Split("\r\n").SingleOrDefault(line => line.StartsWith("Authorization", StringComparison.Ordinal));
        header.Should().Be(expected);
    }

    [Fact]
    public async Task SendAsync_CredentialsInTheAddress_AreNeverInMessages()
    {
        var closed = await ClosedAsync();

        var failure = await Failure(Transport(Options(new UriBuilder(closed) { UserName = "u", Password = "secret" }.Uri)));

        failure.ToString().Should().NotContain("secret");
    }

    private static ConnectionOptions Options(Uri node) => new() { Nodes = [node], Host = node.Host };

    private static ConnectionOptions To(LocalServer server) => Options(server.Node);

    private static ISearchTransport Transport(ConnectionOptions options, TimeProvider? time = null) =>
        SearchTransportFactory.Create(options, ConnectionHandler.Create(options, TimeProvider.System), time ?? TimeProvider.System);

    private static Task<SearchException> Failure(ISearchTransport transport) =>
        Assert.ThrowsAsync<SearchException>(() => transport.AskAsync(Search, Token));

    private static async Task<Uri> ClosedAsync()
    {
        await using var server = new LocalServer(_ => null);
        return server.Node;
    }
}
