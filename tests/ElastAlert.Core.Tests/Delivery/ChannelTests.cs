using ElastAlert.Core.Tests.Engine;
using ElastAlert.Delivery;
using ElastAlert.Engine;
using ElastAlert.Engine.Rules;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Delivery;

public sealed class ChannelTests
{
    private static readonly DateTimeOffset Now = Clock.At("12:00");

    private static readonly OutboxEntry Entry = new()
    {
        Channel = "0:x",
        Subject = "",
        Body = "",
        NextAttempt = Now,
        Deadline = Now.AddHours(1),
    };

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(20, 300)]
    public void Failed_Transient_BacksOff(int attempts, int seconds)
    {
        var failed = DeliveryPolicy.Failed(Entry with { Attempts = attempts }, new AlertDeliveryException("busy"), Now, 0.5);

        failed.State.Should().Be(OutboxEntryState.Pending);
        (failed.NextAttempt - Now).TotalSeconds.Should().BeApproximately(seconds, 0.001);
    }

    [Fact]
    public void Failed_RetryAfter_IsKeptExactly() =>
        DeliveryPolicy.Failed(Entry, new AlertDeliveryException("429", true, TimeSpan.FromSeconds(30)), Now, 0.1)
            .NextAttempt.Should().Be(Now.AddSeconds(30));

    [Fact]
    public void Failed_Permanent_IsDead() =>
        DeliveryPolicy.Failed(Entry, new AlertDeliveryException("400", isTransient: false), Now, 0.5).State.Should().Be(OutboxEntryState.Dead);

    [Fact]
    public void Failed_NextAttemptBeyondTheDeadline_IsAtTheDeadline() =>
        DeliveryPolicy.Failed(Entry, new AlertDeliveryException("429", true, TimeSpan.FromHours(5)), Now, 0.5)
            .NextAttempt.Should().Be(Entry.Deadline);

    [Fact]
    public void IsExpired_FirstAttempt_Never() => DeliveryPolicy.IsExpired(Entry, Now.AddDays(9)).Should().BeFalse();

    [Fact]
    public async Task ThreeChannels_TheSecondIsAskedToWait_TheOthersSendOnce()
    {
        var slow = new CollectingAlerter();
        var second = new ThrowingAlerter(static _ => new AlertDeliveryException("429", true, TimeSpan.FromSeconds(30)), times: 1, slow);
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with
        {
            Alerters = [Some.Entry("collect"), Some.Entry("throw") with { Index = 1 }, Some.Entry("collect") with { Index = 2 }],
        });
        engine.Alerters.Add(second.Register());
        engine.Data.Add("a", "11:50");

        await engine.RunAt("12:00");
        engine.Alerter.Alerts.Should().HaveCount(2);
        engine.Time.SetTo(Clock.At("12:00:29"));
        await engine.DeliverAsync();
        slow.Alerts.Should().BeEmpty();
        engine.Time.SetTo(Clock.At("12:00:30"));
        await engine.DeliverAsync();

        slow.Alerts.Should().ContainSingle().Which.Id.Should().Be(engine.Alerter.Alerts[0].Id);
        engine.Alerter.Alerts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Retry_IsOvertakenByLaterAlerts()
    {
        var delivered = new CollectingAlerter();
        var throwing = new ThrowingAlerter(static _ => new AlertDeliveryException("busy"), times: 1, delivered);
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(throwing.Register());
        engine.Data.Add("a", "11:50").Add("b", "11:51").Add("c", "11:52");

        await engine.RunAt("12:00");
        engine.Time.SetTo(Clock.At("12:01"));
        await engine.DeliverAsync();

        delivered.Alerts.Select(alert => EngineFixture.Id(alert.Matches[0])).Should().Equal("b", "c", "a");
    }

    [Fact]
    public async Task LostChannel_BecomesADeadLetter()
    {
        var throwing = new ThrowingAlerter();
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(throwing.Register());
        engine.Data.Add("a", "11:50");
        await engine.RunAt("12:00");

        await engine.RestartAsync(EngineFixture.BaseRule() with { Fingerprint = "changed" });
        await engine.RunAt("12:05");

        engine.Worker.Status.DeadLetters.Should().Be(1);
        engine.Records(HistoryKind.Alert).Should().ContainSingle().Which.GetProperty("alert_exception").GetString()
            .Should().Be("The rule has no channel 0:throw any more.");
    }

    [Fact]
    public async Task HistoryIsAway_AlertsGoOut()
    {
        var count = 0;
        var third = new TaskCompletionSource();
        var alerter = new CollectingAlerter(_ =>
        {
            if (++count == 3)
                third.SetResult();
            return AlertReceipt.None;
        });
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("count")] });
        engine.Alerters.Add(alerter.Register("count"));
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50").Add("b", "11:51").Add("c", "11:52");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies() with { History = new AbsentHistory() });

        await elastAlert.StartAsync(CancellationToken.None);
        await elastAlert.RunAsync("r", CancellationToken.None);
        await third.Task.WaitAsync(TestContext.Current.CancellationToken);

        alerter.Alerts.Select(alert => EngineFixture.Id(alert.Matches[0])).Should().Equal("a", "b", "c");
    }

    private sealed class AbsentHistory : IHistory
    {
        public Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken) => throw new IOException("away");
    }
}
