using ElastAlert.Engine;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Services;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

public sealed class LoopTests
{
    [Fact]
    public async Task Engine_RunsItsRulesOnTheirGridAndDelivers()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50").Add("b", "12:03");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        await elastAlert.StartAsync(CancellationToken.None);
        await AdvanceUntilAsync(engine, () => engine.Delivered.Count == 2);

        engine.Delivered.Should().Equal("a", "b");
        elastAlert.Rules.Should().ContainSingle().Which.NextRun.Should().NotBeNull();
        await elastAlert.StopAsync();
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Lease.Until.Should().BeOnOrBefore(engine.Time.GetUtcNow());
    }

    [Fact]
    public async Task Gauges_TellWhatWaits()
    {
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(new ThrowingAlerter().Register());
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50").Add("b", "11:51");

        // On a clock that stands still, a stop would wait for ever for what was not tried yet.
        engine.Tuning = new EngineTuning { DrainTime = TimeSpan.Zero };
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());
        using var gauges = new CollectedMeasurements(engine.Meters);
        await elastAlert.StartAsync(CancellationToken.None);

        await elastAlert.RunAsync("r", CancellationToken.None);

        gauges.Observe();
        gauges["elastalert.alerts.pending"].Should().Be(2);
        elastAlert.Rules.Single().CoveredUntil.Should().Be(Clock.At("12:00"));
    }

    [Fact]
    public async Task RunNow_RunsBesidesTheSchedule()
    {
        await using var engine = new EngineFixture();
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());
        await elastAlert.StartAsync(CancellationToken.None);

        var report = await elastAlert.RunAsync("r", CancellationToken.None);

        report.Alerts.Should().Be(1);
    }

    [Fact]
    public async Task RunNow_UnknownRule_IsNamed()
    {
        await using var engine = new EngineFixture();
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        await elastAlert.Invoking(it => it.RunAsync("nobody", CancellationToken.None))
            .Should().ThrowAsync<ArgumentException>().WithMessage("There is no rule 'nobody'.*");
    }

    [Fact]
    public async Task Replay_TellsWhatWouldHaveBeenSentAndWritesNothing()
    {
        await using var engine = new EngineFixture { Options = new GlobalOptions { RunEvery = TimeSpan.FromMinutes(5) } };
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "10:01").Add("b", "10:07");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        var deliveries = new List<ReplayedDelivery>();
        await foreach (var delivery in elastAlert.ReplayAsync(Clock.At("10:00"), Clock.At("10:15"), deliver: false, CancellationToken.None))
            deliveries.Add(delivery);

        deliveries.Select(delivery => $"{Clock.Text(delivery.Time)} {delivery.Channel} {delivery.Alert.Body}").Should().Equal(
            "10:05 0:collect a", "10:10 0:collect b");
        engine.Alerter.Alerts.Should().BeEmpty();
        engine.History.Documents.Should().BeEmpty();
        (await engine.Memory.LoadAsync("r", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Why_AnswersFromTheStore()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with { Alerting = rule.Alerting with { Realert = TimeSpan.FromMinutes(1) } });
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50").Add("b", "11:51");
        await engine.RunAt("12:00");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        var decisions = await elastAlert.WhyAsync("r", Clock.At("11:51"), CancellationToken.None);

        decisions.Select(decision => (decision.DocumentId, decision.Outcome, decision.By)).Should().Equal(
            ("idx/a", MatchOutcome.Delivered, null), ("idx/b", MatchOutcome.Silenced, "r"));
        (await elastAlert.WhyAsync("r", Clock.At("08:00"), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task DeadLetters_CanBeListedSentAgainAndDropped()
    {
        var alerter = new CollectingAlerter();
        var throwing = new ThrowingAlerter(static _ => new AlertDeliveryException("refused", isTransient: false), times: 2, alerter);
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("throw")] });
        engine.Alerters.Add(throwing.Register());
        engine.Data.Add("a", "11:50").Add("b", "11:51");
        await engine.RunAt("12:00");
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());

        var letters = await elastAlert.DeadLetters.ListAsync("r", CancellationToken.None);
        letters.Select(letter => letter.Entry.LastError).Should().Equal("refused", "refused");
        (await elastAlert.DeadLetters.DropAsync(letters[0].Alert.Id, CancellationToken.None)).Should().BeTrue();
        (await elastAlert.DeadLetters.ResendAsync(letters[1].Alert.Id, CancellationToken.None)).Should().Be(1);
        engine.Kill();
        await engine.RunAt("12:10");

        alerter.Alerts.Should().ContainSingle().Which.Id.Should().Be(letters[1].Alert.Id);
        (await elastAlert.DeadLetters.ListAsync(null, CancellationToken.None)).Should().BeEmpty();
        engine.Records(HistoryKind.Alert).Select(record => record.GetProperty("alert_sent").GetBoolean()).Should().Equal(false, false, true);
    }

    private static async Task AdvanceUntilAsync(EngineFixture engine, Func<bool> isDone)
    {
        // The timers of the rule, of its lease and of the check for changed files run when every loop sleeps.
        for (var step = 0; step < 1000 && !isDone(); step++)
        {
            await engine.Time.WaitForTimersAsync(3, TestContext.Current.CancellationToken);
            await engine.Time.AdvanceAsync(TimeSpan.FromSeconds(5));
        }
    }
}
