using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.Servers;

/// <summary>Runs one kind of search server while the tests of its collection run.</summary>
public abstract class SearchServerFixture(string name) : IAsyncLifetime
{
    private SearchServer? _server;
    private string _missing = "";

    /// <summary>Gets the server, or skips the test with the reason why there is none.</summary>
    public SearchServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, _missing);
            return _server!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await SearchServer.StartAsync(name);
        }
        catch (SearchServerMissingException exception)
        {
            _missing = exception.Message;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
