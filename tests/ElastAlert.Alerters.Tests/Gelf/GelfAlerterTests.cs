using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ElastAlert.Alerters.Gelf;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Alerters.Tests.Sockets;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Gelf;

/// <summary>Shows what the recorded cases do not: real sockets, TLS, datagrams, and answers that say no.</summary>
public sealed class GelfAlerterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-gelf");
    private readonly SocketAlerters _alerters = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_OverTcp_WritesAMessageAndEndsTheConnection()
    {
        await using var input = new GelfInput();

        await SendAsync($$"""{"gelf_type":"tcp","gelf_payload":{"who":"host"},"gelf_host":"localhost","gelf_port":{{input.Server.Port}},"gelf_log_level":3}""");

        var message = await input.Message;
        message.GetProperty("short_message").GetString().Should().Be("""{"Title": "test rule", "who": "web-1"}""");
        message.GetProperty("level").GetInt32().Should().Be(3);
        message.GetProperty("host").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task SendAsync_OverTcpWithItsAuthority_IsEncrypted()
    {
        using var certificate = TestCertificates.Create();
        var authority = Path.Combine(_folder.FullName, "ca.pem");
        await File.WriteAllTextAsync(authority, certificate.ExportCertificatePem());
        await using var input = new GelfInput(certificate);

        await SendAsync($$"""{"gelf_type":"tcp","gelf_host":"localhost","gelf_port":{{input.Server.Port}},"gelf_ca_cert":"{{authority}}"}""");

        (await input.Message).GetProperty("version").GetString().Should().Be("1.1");
    }

    [Fact]
    public async Task SendAsync_OverUdp_IsOneDatagram()
    {
        using var input = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        await SendAsync(Udp(input, """{"who":"host"}"""));

        var datagram = await input.ReceiveAsync();
        JsonElement.Parse(datagram.Buffer).GetProperty("short_message").GetString().Should().Be("""{"Title": "test rule", "who": "web-1"}""");
    }

    [Fact]
    public async Task SendAsync_LongMessageOverUdp_IsChunksThatMakeItAgain()
    {
        using var input = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        await SendAsync(Udp(input, """{"text":"long"}"""));

        var chunks = new List<byte[]> { (await input.ReceiveAsync()).Buffer };
        while (chunks.Count < chunks[0][11])
            chunks.Add((await input.ReceiveAsync()).Buffer);
        chunks.Should().OnlyContain(chunk => chunk.Length <= GelfChunks.MostBytes && chunk.Take(2).SequenceEqual(new byte[] { 0x1e, 0x0f }) && chunk.Skip(2).Take(8).SequenceEqual(chunks[0].Skip(2).Take(8)));
        chunks.Select(static chunk => chunk[10]).Should().Equal(Enumerable.Range(0, chunks.Count).Select(static place => (byte)place));
        var message = JsonElement.Parse(chunks.SelectMany(static chunk => chunk.Skip(12)).ToArray());
        message.GetProperty("short_message").GetString().Should().Contain(new string('x', 5000));
    }

    [Fact]
    public async Task SendAsync_TooLongForUdp_IsFinalAndSaysWhatToDo()
    {
        using var input = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var alert = Some.Alert(matches: Some.Match($$"""{"long":"{{new string('x', 200_000)}}"}"""));

        var failure = await SocketAlerters.FailureAsync(_alerters.Create("gelf", Udp(input, """{"text":"long"}""")), alert);

        failure.Message.Should().Match("The alert has * bytes, which is too long for GELF over UDP (use tcp or http)");
        failure.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task SendAsync_InputSaysNo_IsAFailure()
    {
        await using var server = new ScriptedHttpServer(static _ => new(500));
        var alerter = TestAlerters.Create(server, "gelf", """{"gelf_type":"http","gelf_endpoint":"http://graylog:12201/gelf"}""");

        var failure = await SocketAlerters.FailureAsync(alerter);

        failure.Message.Should().Be("The GELF input at http://graylog:12201 answered 500 InternalServerError");
    }

    [Fact]
    public async Task SendAsync_FieldInAnObject_IsReachedByItsPath()
    {
        await using var server = new ScriptedHttpServer(static _ => new(202));
        var alerter = TestAlerters.Create(
            server, "gelf", """{"gelf_type":"http","gelf_endpoint":"http://g/","gelf_payload":{"a":{"field":"user.name"},"b":"user.name"},"gelf_http_headers":{"x-user":{"field":"user.name"}}}""");

        await alerter.SendAsync(Some.Alert(matches: Some.Match("""{"user":{"name":"bob"}}""")), CancellationToken.None);

        server.Requests[0].Json().GetProperty("short_message").GetString().Should().Be("""{"Title": "test rule", "a": "bob", "b": null}""");
        server.Requests[0].Headers["x-user"].Should().Be("bob");
    }

    [Theory]
    [InlineData("""{"gelf_type":"http"}""", "is http, but gelf_endpoint is missing.")]
    [InlineData("""{"gelf_type":"tcp","gelf_host":"h"}""", "is tcp, but gelf_port is missing.")]
    [InlineData("""{"gelf_type":"udp","gelf_port":1}""", "is udp, but gelf_host is missing.")]
    [InlineData("""{"gelf_type":"https","gelf_endpoint":"https://g"}""", "must be one of http, tcp, udp, was https.")]
    [InlineData("""{"gelf_type":"http","gelf_endpoint":"http://g","gelf_log_level":8}""", "must be a whole number from 0 to 7, was a number.")]
    [InlineData("""{"gelf_type":"udp","gelf_host":"h","gelf_port":1,"gelf_ca_cert":true}""", "has no effect with udp, which is not encrypted.")]
    public void Read_OptionsThatCannotWork_AreProblems(string options, string message)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("gelf", options));

        GelfAlerterOptions.Read(reader);

        reader.Problems.Should().ContainSingle().Which.Message.Should().Be(message);
    }

    private static string Udp(UdpClient input, string payload) =>
        $$"""{"gelf_type":"udp","gelf_host":"127.0.0.1","gelf_port":{{((IPEndPoint)input.Client.LocalEndPoint!).Port}},"gelf_payload":{{payload}}}""";

    private Task<AlertReceipt> SendAsync(string options) => _alerters.Create("gelf", options)
        .SendAsync(Some.Alert(matches: Some.Match($$"""{"host":"web-1","long":"{{new string('x', 5000)}}"}""")), CancellationToken.None);
}
