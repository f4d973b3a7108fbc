using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Any interleaving of runs, deliveries, kills and restarts keeps "delivered = found, by id" (design, promise 2).</summary>
public sealed class KillPropertyTests
{
    private const int Tests = 150;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates)
    {
        var kills = 0;

        Prop.ForAll(
            KillMoves.Any(24),
            moves => { kills += KillWorld.PlayAsync(moves, aggregates, new FaultyStore()).GetAwaiter().GetResult(); }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

        kills.Should().BeGreaterThan(Tests, "moves that kill nobody show nothing");
    }
}
