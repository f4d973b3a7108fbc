using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Stomp;
using ElastAlert.Alerters.Tests.Sockets;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Stomp;

/// <summary>Shows what the recorded cases do not: frames, receipts, and brokers that refuse.</summary>
public sealed class StompAlerterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-stomp");
    private readonly SocketAlerters _alerters = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_Always_LogsInAsksForAReceiptAndLeaves()
    {
        await using var broker = new StompBroker();

        await SendAsync(broker, "\"stomp_destination\":\"/queue/a:b\"");

        broker.Frames[0].Should().Be("CONNECT\naccept-version:1.1\nlogin:user\npasscode:s3cret-password\n\n");
        broker.Frames[1].Should().StartWith($"SEND\ndestination:/queue/a\\cb\ncontent-type:application/json\nreceipt:1\ncontent-length:{broker.Message.Length}\n\n{{");
        JsonElement.Parse(Encoding.UTF8.GetBytes(broker.Message)).GetProperty("body").GetString().Should().Be("test rule\n\n");
    }

    [Fact]
    public async Task SendAsync_BrokerRefusesTheLogin_SaysWhyWithoutThePassword()
    {
        await using var broker = new StompBroker(new() { ["CONNECT"] = "ERROR\nmessage:user/s3cret-password\\c Access refused\n\ntrace\0" });

        var failure = await SocketAlerters.FailureAsync(_alerters.Create("stomp", broker.Options()));

        failure.Message.Should().Be($"The message broker localhost:{broker.Server.Port} refused the connection: user/***: Access refused");
        failure.IsTransient.Should().BeTrue();
        broker.Frames.Should().HaveCount(1);
    }

    [Fact]
    public async Task SendAsync_BrokerRefusesTheMessage_IsAFailure()
    {
        await using var broker = new StompBroker(new() { ["SEND"] = "ERROR\r\ncontent-length:20\r\nreceipt-id:1\r\n\r\nno such destination\n\0" });

        var failure = await SocketAlerters.FailureAsync(_alerters.Create("stomp", broker.Options()));

        failure.Message.Should().Be($"The message broker localhost:{broker.Server.Port} refused the alert: no such destination");
    }

    [Theory]
    [InlineData("MESSAGE\nsubscription:0\nmessage-id:1\n\nhello\0RECEIPT\nreceipt-id:0\n\n\0RECEIPT\nreceipt-id:1\n\n\0")]
    [InlineData("\r\n\n\r\nRECEIPT\r\nreceipt-id:1\r\ncontent-length:0\r\n\r\n\0\n")]
    public async Task SendAsync_ReceiptAmongOtherThings_IsFound(string answer)
    {
        await using var broker = new StompBroker(new() { ["SEND"] = answer });

        await SendAsync(broker);

        broker.Message.Should().NotBeEmpty();
    }

    [Fact]
    public async Task SendAsync_NoReceipt_IsNotDelivered()
    {
        await using var broker = new StompBroker(new() { ["SEND"] = "" });
        var sending = SocketAlerters.FailureAsync(_alerters.Create("stomp", broker.Options("\"stomp_timeout\":3")));
        await broker.Sent;

        _alerters.Clock.Advance(TimeSpan.FromSeconds(3));

        (await sending).Message.Should().Be($"The message broker localhost:{broker.Server.Port} did not answer within 3 seconds");
    }

    [Fact]
    public async Task SendAsync_TlsWithItsAuthority_IsEncrypted()
    {
        using var certificate = TestCertificates.Create();
        var authority = Path.Combine(_folder.FullName, "ca.pem");
        await File.WriteAllTextAsync(authority, certificate.ExportCertificatePem());
        await using var broker = new StompBroker(certificate: certificate);

        await SendAsync(broker, $"\"stomp_ssl\":true,\"stomp_ca_certs\":\"{authority}\"");

        broker.Message.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("\"stomp_hostport\":\"many\"", "stomp_hostport", "must be a port from 1 to 65535.")]
    [InlineData("\"stomp_login\":\"a\\nb\"", "stomp_login", "must stand on one line.")]
    public void Read_OptionsThatCannotWork_AreProblems(string option, string key, string message)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("stomp", $"{{{option}}}"));

        StompAlerterOptions.Read(reader);

        reader.Problems.Should().ContainSingle(problem => problem.Key == key && problem.Message == message);
    }

    private async Task SendAsync(StompBroker broker, string options = "") =>
        await _alerters.Create("stomp", broker.Options(options)).SendAsync(Some.Alert(), CancellationToken.None);
}
