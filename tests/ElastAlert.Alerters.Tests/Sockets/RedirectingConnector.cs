using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Tests.Sockets;

/// <summary>Connects to a server of the test, wherever the service is, and remembers where that was.</summary>
internal sealed class RedirectingConnector(TestSocketServer server) : ISocketConnector
{
    private readonly TcpConnector _connector = new();

    public List<SocketService> Services { get; } = [];

    public Task<Stream> ConnectAsync(SocketService service, CancellationToken cancellationToken)
    {
        Services.Add(service);
        return _connector.ConnectAsync(service with { Host = "localhost", Port = server.Port }, cancellationToken);
    }
}
