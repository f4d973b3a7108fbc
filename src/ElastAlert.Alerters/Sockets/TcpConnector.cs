using System.Net.Sockets;

namespace ElastAlert.Alerters.Sockets;

/// <summary>Opens connections to where a service is.</summary>
internal sealed class TcpConnector : ISocketConnector
{
    public async Task<Stream> ConnectAsync(SocketService service, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(service.Host, service.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
