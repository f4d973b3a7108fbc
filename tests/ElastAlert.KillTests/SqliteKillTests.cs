namespace ElastAlert.KillTests;

/// <summary>Kills the command line with a SQLite file as its state.</summary>
public sealed class SqliteKillTests : KillTests
{
    private protected override Installation Install() => new();
}
