using ElastAlert.Search.Http;

namespace ElastAlert.IntegrationTests.Search;

/// <summary>Opens the transport that the engine uses.</summary>
internal static class Connect
{
    public static ISearchTransport To(Uri node)
    {
        var options = new ConnectionOptions { Nodes = [node], Timeout = TimeSpan.FromSeconds(60) };
        return SearchTransportFactory.Create(options, ConnectionHandler.Create(options, TimeProvider.System), TimeProvider.System);
    }
}
