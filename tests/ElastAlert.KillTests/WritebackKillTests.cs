namespace ElastAlert.KillTests;

/// <summary>Kills the command line with its state in the writeback indices of a real server; <c>ELASTALERT_KILLS_SERVER</c> names another kind of server.</summary>
public sealed class WritebackKillTests(WritebackServer server) : KillTests, IClassFixture<WritebackServer>
{
    private protected override string CommitPoint => "PUT-_state-_doc:before";

    private protected override Installation Install() => server.Install();

    private protected override Task<Undisturbed> UndisturbedAsync() => server.UndisturbedAsync();
}
