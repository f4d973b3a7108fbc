using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Sockets;

/// <summary>Holds what every alerter over sockets has to do when its service does not do its part.</summary>
public sealed class SocketAlerterTests
{
    private const string Secret = "s3cret-password";

    // The options of each alerter, for a server on a port.
    private static readonly Dictionary<string, Func<int, string>> Options = new()
    {
        ["gelf"] = static port => $$"""{"gelf_type":"tcp","gelf_host":"localhost","gelf_port":{{port}}}""",
        ["stomp"] = static port => $$"""{"stomp_hostname":"localhost","stomp_hostport":"{{port}}","stomp_login":"u","stomp_password":"{{Secret}}"}""",
        ["zabbix"] = static port => $$"""{"zbx_sender_host":"localhost","zbx_sender_port":{{port}},"zbx_host":"h","zbx_key":"k"}""",
    };

    private readonly SocketAlerters _alerters = new();

    public static TheoryData<string> All => [.. Options.Keys];

    // Nobody answers a GELF message over TCP, so there is nothing to wait for.
    public static TheoryData<string> Answered => [.. Options.Keys.Except(["gelf"])];

    [Theory]
    [MemberData(nameof(All))]
    public async Task SendAsync_NobodyListens_MayBeTriedAgain(string name)
    {
        var server = new TestSocketServer(static (_, _) => Task.CompletedTask);
        await server.DisposeAsync();

        var failure = await SocketAlerters.FailureAsync(_alerters.Create(name, Options[name](server.Port)));

        failure.Message.Should().Match($"The * localhost:{server.Port} cannot be reached: *");
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task SendAsync_ServerFallsSilent_GivesUpAfterTheTimeout(string name)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = TestSocketServer.Silent(asked);
        var sending = SocketAlerters.FailureAsync(_alerters.Create(name, Options[name](server.Port)));
        await asked.Task;

        _alerters.Clock.Advance(TimeSpan.FromMinutes(1));

        var failure = await sending;
        failure.Message.Should().Match($"The * localhost:{server.Port} did not answer within ?0 seconds");
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task SendAsync_ServerLeaves_MayBeTriedAgain(string name)
    {
        await using var server = new TestSocketServer(static async (stream, token) => await stream.ReadExactlyAsync(new byte[1], token));

        var failure = await SocketAlerters.FailureAsync(_alerters.Create(name, Options[name](server.Port)));

        failure.Message.Should().Match($"The * localhost:{server.Port} cannot be reached: *");
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task SendAsync_ServerSpeaksAnotherProtocol_SaysSo(string name)
    {
        await using var server = new TestSocketServer(static async (stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nno colon here\r\n\r\n"u8.ToArray(), token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });

        var failure = await SocketAlerters.FailureAsync(_alerters.Create(name, Options[name](server.Port)));

        failure.Message.Should().ContainAny("is not STOMP", "is not that of a Zabbix server");
        failure.ToString().Should().NotContain(Secret);
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task SendAsync_Cancelled_IsNoFailure(string name)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = TestSocketServer.Silent(asked);
        using var stop = new CancellationTokenSource();
        var sending = _alerters.Create(name, Options[name](server.Port)).SendAsync(Some.Alert(), stop.Token);
        await asked.Task;

        await stop.CancelAsync();

        await sending.Invoking(static task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("gelf", "\"gelf_ca_cert\":true", "gelf_ca_cert")]
    [InlineData("stomp", "\"stomp_ssl\":true", "stomp_ca_certs")]
    public async Task SendAsync_UntrustedServer_GetsNothing(string name, string tls, string option)
    {
        using var certificate = TestCertificates.Create();
        var received = 0;
        await using var server = new TestSocketServer(
            async (stream, token) => Interlocked.Add(ref received, await stream.ReadAsync(new byte[1], token)), certificate);

        var failure = await SocketAlerters.FailureAsync(_alerters.Create(name, $"{{{tls},{Options[name](server.Port)[1..]}"));

        failure.Message.Should().Match($"The * localhost:{server.Port} cannot be trusted: * (name its authority in {option})");
        failure.IsTransient.Should().BeTrue();
        received.Should().Be(0);
    }
}
