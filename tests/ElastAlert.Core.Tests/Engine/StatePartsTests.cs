using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Runs;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>However long a rule runs, its state has few parts: each of them is named by every commit.</summary>
public sealed class StatePartsTests
{
    [Fact]
    public async Task State_ThreeDaysWithMatchesInEveryRun_HasFewParts()
    {
        var rule = EngineFixture.Frequency(2, TimeSpan.FromMinutes(10));
        await using var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { RunEvery = TimeSpan.FromMinutes(5) },
            Alerting = rule.Alerting with { Realert = TimeSpan.FromMinutes(1) },
        });
        var most = 0;
        for (var run = 0; run < 3 * 24 * 12; run++)
        {
            var now = Clock.At("12:00").AddMinutes(5 * run);
            engine.Time.SetTo(now);
            for (var number = 0; number < 3; number++)
                engine.Data.Add(Some.Hit("{}", now.AddSeconds(-200 + number), $"d{run}-{number}", "idx"));
            await engine.Worker.FireAsync(now, ElastAlert.Engine.Runs.Firing.Scheduled, CancellationToken.None);
            await engine.DeliverAsync();
            engine.Alerter.Alerts.Count.Should().Be(run + 1);
            most = Math.Max(most, (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Parts.Count);
        }

        most.Should().BeLessThan(100);
    }

    [Fact]
    public async Task State_AggregationOfAWeekWithMatchesInEveryRun_HasFewPartsAndCommitsWriteWhatChanged()
    {
        const int Runs = 6 * 24 * 12;
        var store = new FaultyStore();
        await using var engine = Aggregating(store);
        var most = 0;
        for (var run = 0; run < Runs; run++)
        {
            await RunAsync(engine, run);
            most = Math.Max(most, (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Parts.Count);
        }

        var held = (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Parts.Where(IsHeld).Sum(static part => part.Content.Length);
        var written = store.Commits.SelectMany(static commit => commit.Parts).Where(IsHeld).Sum(static part => part.Content.Length);
        await engine.RestartAsync();
        await engine.Worker.LoadAsync(engine.Time.GetUtcNow(), CancellationToken.None);
        await engine.PassAt(Clock.At("12:00").AddDays(7).AddMinutes(1));

        most.Should().BeLessThan(200, "an hour of decisions is a part, and the rest is few");
        written.Should().BeLessThan(12 * held, "each match is written again as often as its part is joined with a like one");
        engine.Alerter.Alerts.Should().ContainSingle().Which.Matches.Should().HaveCount(Runs);
        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Parts.Where(IsHeld).Should().BeEmpty();
    }

    private static EngineFixture Aggregating(FaultyStore store)
    {
        var rule = EngineFixture.BaseRule();
        var engine = new EngineFixture(rule with
        {
            Schedule = rule.Schedule with { RunEvery = TimeSpan.FromMinutes(5) },
            Alerting = rule.Alerting with { Aggregation = new RuleAggregation { Duration = TimeSpan.FromDays(7) } },
        });
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        return engine;
    }

    private static async Task RunAsync(EngineFixture engine, int run)
    {
        var now = Clock.At("12:00").AddMinutes(5 * run);
        engine.Time.SetTo(now);
        engine.Data.Add(Some.Hit("{}", now.AddSeconds(-100), $"d{run}", "idx"));
        await engine.Worker.FireAsync(now, ElastAlert.Engine.Runs.Firing.Scheduled, CancellationToken.None);
    }

    private static bool IsHeld(StatePart part) => part.Name.StartsWith(ElastAlert.Engine.Memory.HeldLog.Prefix, StringComparison.Ordinal);
}
