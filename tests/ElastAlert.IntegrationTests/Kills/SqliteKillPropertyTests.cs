using ElastAlert.Core.Tests.Engine;
using ElastAlert.Sqlite;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.IntegrationTests.Kills;

/// <summary>Any interleaving of runs, deliveries, kills and restarts on a SQLite file keeps "delivered = found, by id".</summary>
public sealed class SqliteKillPropertyTests
{
    private const int Tests = 25;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyInterleaving_DeliversEachMatchAtLeastOnceWithOneId(bool aggregates)
    {
        var kills = 0;

        Prop.ForAll(KillMoves.Any(16), moves => { kills += Play(moves, aggregates); }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

        kills.Should().BeGreaterThan(Tests, "moves that kill nobody show nothing");
    }

    private static int Play(KillMove[] moves, bool aggregates)
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-kills.");
        try
        {
            using var file = new SqliteStateFile(
                new SqliteStateOptions { Path = Path.Combine(folder.FullName, "state.db") }, TimeProvider.System);
            return KillWorld.PlayAsync(moves, aggregates, new FaultyStore(file.Store, file.Outbox)).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
