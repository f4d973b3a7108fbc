namespace ElastAlert.Alerters.Sockets;

/// <summary>Opens connections.</summary>
internal interface ISocketConnector
{
    /// <summary>Opens a connection over TCP, in the clear.</summary>
    /// <param name="service">Where to.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Stream> ConnectAsync(SocketService service, CancellationToken cancellationToken);
}
