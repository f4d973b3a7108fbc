using ElastAlert.TestSupport;

namespace ElastAlert.KillTests;

/// <summary>Kills the command line with its state in the writeback indices of a real server.</summary>
public sealed class WritebackKillTests : KillTests, IAsyncLifetime
{
    private SearchServer? _server;
    private string _missing = "";

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await SearchServer.StartAsync("elasticsearch-9");
        }
        catch (SearchServerMissingException exception)
        {
            _missing = exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private protected override Installation Install()
    {
        Assert.SkipWhen(_server is null, _missing);
        return new Installation(_server!.Url);
    }
}
