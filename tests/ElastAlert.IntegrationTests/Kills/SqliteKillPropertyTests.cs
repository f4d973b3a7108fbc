using ElastAlert.Core.Tests.Engine;
using ElastAlert.Sqlite;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.IntegrationTests.Kills;

/// <summary>Any interleaving of runs, deliveries, kills and restarts on a SQLite file keeps "delivered = found, by id".</summary>
public sealed class SqliteKillPropertyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates)
    {
        var steps = Gen.Elements(Enum.GetValues<KillStep>()).ArrayOf(16);

        Prop.ForAll(steps.ToArbitrary(), sequence => Holds(sequence, aggregates)).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    private static bool Holds(KillStep[] steps, bool aggregates)
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-kills.");
        try
        {
            using var file = new SqliteStateFile(
                new SqliteStateOptions { Path = Path.Combine(folder.FullName, "state.db") }, TimeProvider.System);
            return KillWorld.HoldsAsync(steps, aggregates, new FaultyStore(file.Store, file.Outbox)).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
