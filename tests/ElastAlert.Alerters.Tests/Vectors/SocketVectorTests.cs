using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Sockets;
using ElastAlert.Alerters.Tests.Gelf;
using ElastAlert.Alerters.Tests.Sockets;
using ElastAlert.Alerters.Tests.Stomp;
using ElastAlert.Alerters.Tests.Zabbix;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Sends what the reference was recorded to send over sockets.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class SocketVectorTests
{
    public static TheoryData<string> Stomp() => VectorRun.Ids("stomp");

    public static TheoryData<string> Zabbix() => VectorRun.Ids("zabbix");

    [Fact]
    public async Task SendAsync_RecordedGelfOverTcp_SendsWhatTheReferenceSent()
    {
        var vector = AlerterVector.All.Single(static vector => vector.Expected("tcp") is not null);
        await using var input = new GelfInput();

        var (_, service) = await SendAsync(vector, input.Server);

        var wanted = vector.Expected("tcp")!.Value[0];
        Address(service).Should().Be($"{wanted.GetProperty("host").GetString()}:{wanted.GetProperty("port")}");
        service!.Timeout.Should().Be(TimeSpan.FromSeconds(wanted.GetProperty("timeout").GetDouble()));
        VectorComparison.Canonical(await input.Message).Should().Be(VectorComparison.Canonical(wanted.GetProperty("json")));
    }

    [Theory]
    [MemberData(nameof(Stomp))]
    public async Task SendAsync_RecordedStomp_SendsWhatTheReferenceSent(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        await using var broker = new StompBroker();

        var (run, service) = await SendAsync(vector, broker.Server);

        run.Failure.Should().BeNull();
        var wanted = vector.Expected("stomp")!.Value[0];
        Address(service).Should().Be(string.Join(':', wanted.GetProperty("hosts")[0].EnumerateArray().Select(static part => part.GetString())));
        broker.Frames[0].Should().Contain("\nlogin:l\n").And.Contain("\npasscode:p\n");
        broker.Frames[1].Should().Contain($"\ndestination:{wanted.GetProperty("destination").GetString()}\n");
        var message = Values.Document.Of(JsonElement.Parse(Encoding.UTF8.GetBytes(broker.Message)));
        message.Find("rule_file").AsText().Should().EndWith("rules/example.yaml");
        VectorComparison.Canonical(message.With("rule_file", "rules/example.yaml").ToJson()).Should().Be(VectorComparison.Canonical(wanted.GetProperty("json")));
    }

    [Theory]
    [MemberData(nameof(Zabbix))]
    public async Task SendAsync_RecordedZabbix_SendsWhatTheReferenceSent(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        await using var server = new ZabbixServer(vector.Find("zabbix_failed")?.GetInt32() ?? 0);

        var (run, service) = await SendAsync(vector, server.Server);

        (run.Failure is not null).Should().Be(vector.Expected("error") is not null && !VectorDeviations.Outcomes.ContainsKey(id));
        if (vector.Expected("zabbix") is not { } requests)
            return;
        Address(service).Should().Be($"{requests[0].GetProperty("server").GetString()}:{requests[0].GetProperty("port")}");
        VectorComparison.Canonical(server.Requests[0].GetProperty("data")).Should().Be(VectorComparison.Canonical(requests[0].GetProperty("items")));
        run.Receipt.Values.ContainsKey("failed").Should().Be(vector.Expected("log") is not null);
    }

    private static string Address(SocketService? service) => $"{service?.Host}:{service?.Port}";

    private static async Task<(VectorRun Run, SocketService? Service)> SendAsync(AlerterVector vector, TestSocketServer server)
    {
        using var loaded = new VectorRule(vector);
        loaded.Rule.Should().NotBeNull(string.Join('\n', loaded.Problems));
        var connector = new RedirectingConnector(server);
        var run = await VectorRun.SendAsync(vector, loaded.Rule!, services => services.AddSingleton<ISocketConnector>(connector));
        VectorComparison.CompareInfo(vector, run);
        return (run, connector.Services.FirstOrDefault());
    }
}
