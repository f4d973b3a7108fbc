using ElastAlert.TestSupport;

namespace ElastAlert.KillTests;

/// <summary>Runs one search server for all tests, and a run without kills on it.</summary>
public sealed class WritebackServer : IAsyncLifetime
{
    private readonly Lazy<Task<Undisturbed>> _undisturbed;
    private SearchServer? _server;
    private string _missing = "";

    public WritebackServer() => _undisturbed = new(() => Undisturbed.OfAsync(Install()));

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await SearchServer.StartAsync(Environment.GetEnvironmentVariable("ELASTALERT_KILLS_SERVER") ?? "elasticsearch-9");
        }
        catch (SearchServerMissingException exception)
        {
            _missing = exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    internal Installation Install()
    {
        Assert.SkipWhen(_server is null, _missing);
        return new Installation(_server!.Url);
    }

    internal Task<Undisturbed> UndisturbedAsync()
    {
        Assert.SkipWhen(_server is null, _missing);
        return _undisturbed.Value;
    }
}
