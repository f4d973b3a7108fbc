using ElastAlert.Alerters.Tests.Sockets;
using ElastAlert.Alerters.Zabbix;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Zabbix;

/// <summary>Shows what the recorded cases do not: many matches, servers that refuse, and the forms of moments.</summary>
public sealed class ZabbixAlerterTests
{
    private readonly SocketAlerters _alerters = new();

    [Fact]
    public async Task SendAsync_MoreMatchesThanARequestHolds_TheRetryBeginsWhereItFailed()
    {
        var isDown = true;
        await using var server = new ZabbixServer(request =>
            isDown && request.GetProperty("data").GetArrayLength() == 1 ? """{"response":"failed","info":"busy"}""" : ZabbixServer.Answer(1, 0));
        var alerter = _alerters.Create("zabbix", server.Options());
        var alert = Some.Alert(matches: [.. Enumerable.Repeat(Some.Match(), 251)]);
        var failure = await SocketAlerters.FailureAsync(alerter, alert);
        isDown = false;

        await alerter.SendAsync(alert, CancellationToken.None);

        failure.Message.Should().Be($"The Zabbix server localhost:{server.Server.Port} refused the alert: busy");
        failure.IsTransient.Should().BeTrue();
        server.Requests.Select(static request => request.GetProperty("data").GetArrayLength()).Should().Equal(250, 1, 1);
    }

    [Fact]
    public async Task SendAsync_ItemIsMissing_IsDeliveredAndSaysSo()
    {
        await using var server = new ZabbixServer(failed: 1);

        var receipt = await _alerters.Create("zabbix", server.Options()).SendAsync(Some.Alert(), CancellationToken.None);

        receipt.Values["failed"].Should().Be("1");
        _alerters.Loggers.Lines.Should().ContainSingle().Which.Should()
            .Be("Warning: Rule test rule: Zabbix did not take 1 of 1 values: a host (zh) or its item zk is missing");
    }

    [Theory]
    [InlineData("\"2024-05-06T07:00:00Z\"", 1714978800)]
    [InlineData("\"2024-05-06T07:00:00\"", 1714978800)]
    [InlineData("\"2024-05-06T09:00:00.999+0200\"", 1714978800)]
    [InlineData("\"2024-05-06 07:00:00\"", 1714978800)]
    [InlineData("\"1714978800\"", 1714978800)]
    [InlineData("1714978800.9", 1714978800)]
    [InlineData("null", 1714564800)]
    public void Of_AnyFormOfAMoment_IsSeconds(string timestamp, long expected)
    {
        var match = Some.Match($$"""{"@timestamp":{{timestamp}}}""");

        ZabbixClock.Of(match, "@timestamp").Should().Be(expected);
    }

    [Fact]
    public void Of_FieldInAnObject_IsFound() =>
        ZabbixClock.Of(Some.Match("""{"event":{"time":"2024-05-06T07:00:00Z"}}"""), "event.time").Should().Be(1714978800);

    [Fact]
    public void Of_TextThatIsNoMoment_IsAFinalFailure()
    {
        var act = static () => ZabbixClock.Of(Some.Match("""{"t":"soon"}"""), "t");

        act.Should().Throw<AlertDeliveryException>().WithMessage("*t holds 'soon'*").Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task SendAsync_Always_SpeaksAsASender()
    {
        await using var server = new ZabbixServer();

        await _alerters.Create("zabbix", server.Options()).SendAsync(Some.Alert(), CancellationToken.None);

        server.Requests[0].GetRawText().Should().Be("""{"request":"sender data","data":[{"host":"zh","key":"zk","value":"1","clock":1714564800}]}""");
    }
}
