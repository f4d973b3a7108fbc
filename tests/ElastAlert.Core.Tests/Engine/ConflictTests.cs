using ElastAlert.Engine.Memory;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Has another owner commit just before a commit of a run: the run is dropped, loaded again, and nothing is lost or doubled.</summary>
public sealed class ConflictTests
{
    private const int Count = 9_000;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Run_AnotherOwnerCommitsBetweenItsSegments_EveryMatchIsDeliveredOnce(int commit)
    {
        var store = new FaultyStore();
        await using var engine = World(store);
        await engine.RunAt("12:00");
        for (var minute = 1; minute < 60; minute++)
            engine.Data.Add($"m{minute}", $"12:{minute:00}:30");
        Interrupt(engine, store, commit);

        await engine.RunAt("13:00");
        await engine.RunAt("13:05");
        await engine.RunAt("13:10");
        await engine.RunAt("13:15");

        (await engine.Memory.LoadAsync("r", CancellationToken.None))!.Lease.Epoch.Should().Be(3, "the other one was there");
        engine.Delivered.Should().Equal(Enumerable.Range(1, 59).Select(static minute => $"m{minute}"));
        engine.Records(HistoryKind.Status).Sum(static status => status.GetProperty("matches").GetInt64()).Should().Be(59);
        engine.Records(HistoryKind.Status).Sum(static status => status.GetProperty("hits").GetInt64()).Should().BeGreaterThanOrEqualTo(59);
        engine.Worker.Status.PendingAlerts.Should().Be(0);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Run_AnotherOwnerCommitsWhileMatchesAreSpilledOrDecided_EveryMatchIsDeliveredOnceWithTheSameTotals(int commit)
    {
        var store = new FaultyStore();
        await using var engine = World(store);
        engine.Data.PageSize = 1000;
        for (var number = 0; number < Count; number++)
            engine.Data.Add(Some.Hit("{}", Clock.At("11:46").AddMilliseconds(number * 50), $"h{number}", "idx"));
        Interrupt(engine, store, commit);

        var interrupted = await engine.RunAt("12:00");
        await engine.RunAt("12:05");

        interrupted!.Error.Should().NotBeNull();
        engine.Delivered.Should().OnlyHaveUniqueItems().And.HaveCount(Count);
        engine.Alerter.Alerts.Should().OnlyContain(static alert => alert.Matches[0].Fields.Find("num_matches").ToText() == "9000"
            && alert.Matches[0].Fields.Find("num_hits").ToText() == "9000");
        engine.Worker.Status.PendingAlerts.Should().Be(0);
    }

    private static EngineFixture World(FaultyStore store)
    {
        var engine = new EngineFixture();
        (engine.Store, engine.Outbox, store.Inner) = (store, store, engine.Memory);
        return engine;
    }

    // The other one takes the lease, changes nothing, and gives it back.
    private static void Interrupt(EngineFixture engine, FaultyStore store, int commit)
    {
        var commits = 0;
        store.Before = async step =>
        {
            if (step != "commit" || ++commits != commit)
                return;
            var state = (await engine.Memory.LoadAsync("r", CancellationToken.None))!;
            await engine.Memory.CommitAsync(
                new RunCommit
                {
                    Rule = "r",
                    CommitId = "other",
                    PreviousCommitId = state.CommitId,
                    Lease = new RuleLease("other", state.Lease.Epoch + 1, engine.Time.GetUtcNow()),
                    Checkpoint = state.Checkpoint,
                },
                CancellationToken.None);
        };
    }
}
