using System.Diagnostics;
using ElastAlert.Engine;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Has two processes on one store: one of them sleeps, dies, or is slow.</summary>
public sealed class LeaseTests
{
    private static readonly EngineTuning TwoMinutes = new() { LeaseTime = TimeSpan.FromMinutes(2) };

    [Fact]
    public async Task Delivery_SleptBeyondTheLeaseAndAnotherTookOver_SendsNothing()
    {
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        engine.Data.Add("a", "11:50").Add("b", "11:51");
        await FireAsync(engine, engine.Worker, "12:00");
        await using var other = engine.NewWorker();

        await FireAsync(engine, other, "12:02");
        await other.Delivery.DeliverDueAsync(CancellationToken.None);
        await engine.DeliverAsync();

        engine.Delivered.Should().Equal("a", "b");
        engine.Worker.Status.PendingAlerts.Should().Be(0);
    }

    [Fact]
    public async Task Delivery_SleptBeyondTheLeaseAndNobodyTookOver_RenewsItAndSends()
    {
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        engine.Data.Add("a", "11:50");
        await FireAsync(engine, engine.Worker, "12:00");

        engine.Time.SetTo(Clock.At("12:10"));
        await engine.DeliverAsync();

        engine.Delivered.Should().Equal("a");
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Lease.Until.Should().Be(Clock.At("12:12"));
    }

    [Fact]
    public async Task Delivery_LeaseIsOverAndTheStoreIsAway_WaitsInOrder()
    {
        var store = new FaultyStore();
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        engine.Data.Add("a", "11:50").Add("b", "11:51");
        await FireAsync(engine, engine.Worker, "12:00");

        store.IsDown = true;
        engine.Time.SetTo(Clock.At("12:10"));
        await engine.DeliverAsync();
        engine.Delivered.Should().BeEmpty();
        store.IsDown = false;
        await engine.DeliverAsync();

        engine.Delivered.Should().Equal("a", "b");
    }

    [Fact]
    public async Task Delivery_RuleIsLostDuringAnAttemptThatFails_IsLeftToTheOther()
    {
        var answer = new TaskCompletionSource<AlertReceipt>();
        var alerter = new SlowAlerter(answer.Task);
        await using var engine = new EngineFixture(EngineFixture.BaseRule() with { Alerters = [Some.Entry("slow"), Some.Entry("collect") with { Index = 1 }] })
        {
            Tuning = TwoMinutes,
        };
        engine.Alerters.Add(new AlerterRegistration { Name = "slow", Create = _ => alerter });
        engine.Data.Add("a", "11:50");
        await FireAsync(engine, engine.Worker, "12:00");
        var attempt = engine.DeliverAsync();
        await using var other = engine.NewWorker();
        await FireAsync(engine, other, "12:02");
        await other.Delivery.DeliverDueAsync(CancellationToken.None);

        answer.SetException(new AlertDeliveryException("busy"));
        await attempt;
        engine.Time.SetTo(Clock.At("12:30"));
        await engine.DeliverAsync();

        alerter.Attempts.Should().Be(2, "each process tried once, and the second one succeeded");
        engine.Delivered.Should().Equal("a");
        engine.Worker.Delivery.NextDue.Should().BeNull();
        (await engine.Memory.LoadAsync("r", includeDead: true, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Commit_RepeatedAfterAnotherTookOver_IsDroppedWithItsDeliveries()
    {
        var store = new FaultyStore();
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        engine.Data.Add("a", "11:50");
        await FireAsync(engine, engine.Worker, "12:00");
        engine.Data.Add("b", "12:00:30");
        store.IsDown = true;
        await FireAsync(engine, engine.Worker, "12:01");
        store.IsDown = false;
        await using var other = engine.NewWorker();
        await FireAsync(engine, other, "12:03");
        await other.Delivery.DeliverDueAsync(CancellationToken.None);

        await engine.RunAt("12:03:30");

        engine.Delivered.Should().Equal("a", "b");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.OwnedElsewhere);
        engine.Worker.Status.PendingAlerts.Should().Be(0);
    }

    [Fact]
    public async Task Run_TakesLongerThanTheLease_KeepsIt()
    {
        var page = new TaskCompletionSource();
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        engine.Source = new FakeRuleSource(engine.Rule);
        engine.Data.Add("a", "11:50").BeforePage = () => page.Task;
        await using var elastAlert = new ElastAlertEngine(engine.Dependencies());
        await elastAlert.StartAsync(CancellationToken.None);
        for (var step = 0; step < 120; step++)
        {
            // The timer of the rule is missing once it runs; the others go on.
            await engine.Time.WaitForTimersAsync(2, TestContext.Current.CancellationToken);
            await engine.Time.AdvanceAsync(TimeSpan.FromSeconds(5));
        }

        await using var other = engine.NewWorker();
        await FireAsync(engine, other, "12:10");
        page.SetResult();
        var report = await elastAlert.RunAsync("r", CancellationToken.None);

        other.Status.Condition.Should().Be(RuleCondition.OwnedElsewhere);
        report.Error.Should().BeNull();
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Lease.Epoch.Should().Be(1);
    }

    [Fact]
    public async Task Load_OwnerIsGone_IsTakenOverAtOnce()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell for certain.");
        using var process = Process.Start("sleep", "600");
        var owner = LeaseOwner.OfProcess(process.Id).Name;
        process.Kill();
        process.WaitForExit();
        await using var engine = new EngineFixture { Tuning = TwoMinutes };
        engine.Data.Add("a", "11:50");
        await engine.Memory.CommitAsync(
            new RunCommit
            {
                Rule = "r",
                CommitId = "last",
                PreviousCommitId = null,
                Lease = new RuleLease(owner, 4, Clock.At("13:00")),
                Checkpoint = CheckpointCodec.Write(new Checkpoint()),
            },
            CancellationToken.None);

        await engine.RunAt("12:00");

        engine.Delivered.Should().Equal("a");
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Lease.Epoch.Should().Be(5);
    }

    [Fact]
    public async Task Held_QueriesFail_IsSentWhenDue()
    {
        var rule = EngineFixture.BaseRule();
        await using var engine = new EngineFixture(rule with
        {
            Alerting = rule.Alerting with { Aggregation = new RuleAggregation { Duration = TimeSpan.FromMinutes(7) } },
        });
        engine.Data.Add("a", "11:50");
        await engine.RunAt("12:00");
        engine.Data.Fail = static _ => new SearchException("down");

        await engine.RunAt("12:05");
        await engine.PassAt("12:07:01");

        engine.Delivered.Should().Equal("a");
        engine.Worker.Status.Condition.Should().Be(RuleCondition.Degraded);
    }

    private static async Task FireAsync(EngineFixture engine, RuleWorker worker, string time)
    {
        engine.Time.SetTo(Clock.At(time));
        await worker.FireAsync(engine.Time.GetUtcNow(), Firing.Scheduled, CancellationToken.None);
    }

    /// <summary>Answers the first attempt when a test says so, and later ones at once.</summary>
    private sealed class SlowAlerter(Task<AlertReceipt> first) : IAlerter
    {
        public int Attempts { get; private set; }

        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
            ++Attempts == 1 ? first : Task.FromResult(AlertReceipt.None);
    }
}
