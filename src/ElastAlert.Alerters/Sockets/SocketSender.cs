using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Sockets;

/// <summary>Delivers over sockets, each time on a connection of its own, and says clearly what became of it.</summary>
internal sealed class SocketSender(ISocketConnector connector, TimeProvider clock)
{
    /// <summary>Makes a sender from the services of a host.</summary>
    public static SocketSender Of(AlerterContext context) =>
        new(context.Services.GetService<ISocketConnector>() ?? new TcpConnector(), context.Clock());

    /// <summary>Talks with a service over TCP.</summary>
    /// <param name="service">The service.</param>
    /// <param name="talk">Leads the conversation; an <see cref="AlertDeliveryException"/> of it is let out.</param>
    /// <param name="cancellationToken">Ends the conversation.</param>
    /// <exception cref="AlertDeliveryException">The service could not be talked with.</exception>
    public Task<T> TalkAsync<T>(SocketService service, Func<Stream, CancellationToken, Task<T>> talk, CancellationToken cancellationToken) =>
        RunAsync(service, token => TalkAsync(service, talk, connector, token), cancellationToken);

    /// <summary>Sends datagrams over UDP; nobody says whether they arrive.</summary>
    /// <param name="service">The service.</param>
    /// <param name="datagrams">What is sent, in order.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="AlertDeliveryException">They could not be sent.</exception>
    public Task SendAsync(SocketService service, IReadOnlyList<byte[]> datagrams, CancellationToken cancellationToken) =>
        RunAsync(service, token => SendOverUdpAsync(service, datagrams, token), cancellationToken);

    private async Task<T> RunAsync<T>(SocketService service, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(service.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await run(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertDeliveryException($"{service} did not answer within {service.Timeout.TotalSeconds:0.###} seconds");
        }
        catch (AuthenticationException exception)
        {
            throw new AlertDeliveryException(
                $"{service} cannot be trusted: {exception.GetBaseException().Message} (name its authority in {service.CaOption})", exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new AlertDeliveryException($"{service} cannot be reached: {exception.GetBaseException().Message}", exception);
        }
    }

    private static async Task<T> TalkAsync<T>(
        SocketService service, Func<Stream, CancellationToken, Task<T>> talk, ISocketConnector connector, CancellationToken cancellationToken)
    {
        var plain = await connector.ConnectAsync(service, cancellationToken).ConfigureAwait(false);
        var stream = service.Tls is null ? plain : new SslStream(plain);
        await using var disposing = stream.ConfigureAwait(false);
        if (stream is SslStream secured)
            await secured.AuthenticateAsClientAsync(service.Tls!(), cancellationToken).ConfigureAwait(false);
        return await talk(stream, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> SendOverUdpAsync(SocketService service, IReadOnlyList<byte[]> datagrams, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(service.Host, service.Port, cancellationToken).ConfigureAwait(false);
        foreach (var datagram in datagrams)
            await socket.SendAsync(datagram, cancellationToken).ConfigureAwait(false);
        return datagrams.Count;
    }
}
