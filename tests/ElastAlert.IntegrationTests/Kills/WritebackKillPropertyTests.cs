using ElastAlert.Core.Tests.Engine;
using ElastAlert.Embedded;
using ElastAlert.State.Writeback;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.IntegrationTests.Kills;

/// <summary>Any interleaving of runs, deliveries, kills and restarts on writeback indices keeps "delivered = found, by id", with what waits in memory or not.</summary>
public sealed class WritebackKillPropertyTests
{
    private const int Tests = 25;

    [Theory]
    [InlineData(false, 1_000_000)]
    [InlineData(true, 0)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates, long undeliveredBytes)
    {
        var kills = 0;

        Prop.ForAll(KillMoves.Any(16), moves => { kills += Play(moves, aggregates, undeliveredBytes); }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

        kills.Should().BeGreaterThan(Tests, "moves that kill nobody show nothing");
    }

    private static int Play(KillMove[] moves, bool aggregates, long undeliveredBytes)
    {
        using var search = new EmbeddedSearch();
        var state = new WritebackState(new EmbeddedSearchTransport(search), "wb", TimeSpan.FromDays(2), TimeProvider.System);
        return KillWorld.PlayAsync(moves, aggregates, new FaultyStore(state.Store, state.Outbox), undeliveredBytes).GetAwaiter().GetResult();
    }
}
