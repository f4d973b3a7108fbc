using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Any interleaving of runs, deliveries, kills and restarts keeps "delivered = found, by id" (design, promise 2).</summary>
public sealed class KillPropertyTests
{
    private const int Tests = 150;

    [Theory]
    [InlineData(false, 1_000_000)]
    [InlineData(true, 1_000_000)]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates, long undeliveredBytes)
    {
        var kills = 0;

        Prop.ForAll(
            KillMoves.Any(24),
            moves => { kills += KillWorld.PlayAsync(moves, aggregates, new FaultyStore(), undeliveredBytes).GetAwaiter().GetResult(); }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

        kills.Should().BeGreaterThan(Tests, "moves that kill nobody show nothing");
    }
}
