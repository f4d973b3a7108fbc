using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Any interleaving of runs, deliveries, kills and restarts keeps "delivered = found, by id" (design, promise 2).</summary>
public sealed class KillPropertyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates)
    {
        var steps = Gen.Elements(Enum.GetValues<KillStep>()).ArrayOf(24);

        Prop.ForAll(steps.ToArbitrary(), sequence => KillWorld.HoldsAsync(sequence, aggregates, new FaultyStore()).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }
}
