namespace ElastAlert.KillTests;

/// <summary>Kills the command line with a SQLite file as its state.</summary>
public sealed class SqliteKillTests(SqliteKillTests.Reference reference) : KillTests, IClassFixture<SqliteKillTests.Reference>
{
    private protected override string CommitPoint => "commit-alerts:before";

    private protected override Installation Install() => new();

    private protected override Task<Undisturbed> UndisturbedAsync() => reference.Run.Value;

    public sealed class Reference
    {
        internal Lazy<Task<Undisturbed>> Run { get; } = new(static () => Undisturbed.OfAsync(new Installation()));
    }
}
