using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace ElastAlert.Search.Http;

/// <summary>Gives each connection its named HTTP client, and the client the handler that the connection needs.</summary>
/// <remarks>Registered once, as itself and as what configures <see cref="HttpClientFactoryOptions"/>; rules bring connections at any time.</remarks>
internal sealed class SearchHttpClients(TimeProvider time) : IConfigureNamedOptions<HttpClientFactoryOptions>
{
    private const string Prefix = "elastalert.search.";

    private readonly ConcurrentDictionary<ConnectionOptions, string> _names = [];
    private readonly ConcurrentDictionary<string, ConnectionOptions> _connections = [];
    private int _count;

    /// <summary>Returns the name of the client of a connection.</summary>
    public string NameOf(ConnectionOptions connection) => _names.GetOrAdd(connection, Register);

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (name is null || !_connections.TryGetValue(name, out var connection))
            return;

        // The handler renews its connections itself, so it need not be replaced.
        options.HandlerLifetime = Timeout.InfiniteTimeSpan;
        options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = ConnectionHandler.Create(connection, time));
    }

    public void Configure(HttpClientFactoryOptions options)
    {
    }

    private string Register(ConnectionOptions connection)
    {
        var name = Prefix + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        _connections[name] = connection;
        return name;
    }
}
