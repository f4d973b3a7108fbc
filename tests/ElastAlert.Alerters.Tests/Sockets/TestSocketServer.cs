using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Alerters.Tests.Sockets;

/// <summary>Is a server on a socket of this machine that holds the conversation it is given with everybody who connects.</summary>
internal sealed class TestSocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, CancellationToken, Task> _converse;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public TestSocketServer(Func<Stream, CancellationToken, Task> converse, X509Certificate2? certificate = null)
    {
        _converse = converse;
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Makes a server that takes connections and says nothing.</summary>
    /// <param name="asked">Is set when something has arrived.</param>
    public static TestSocketServer Silent(TaskCompletionSource asked) => new(async (stream, token) =>
    {
        await stream.ReadExactlyAsync(new byte[1], token);
        asked.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
                conversations.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = await OpenAsync(client);
            await _converse(stream, _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client left, or does not trust the certificate: both are what a test may want.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return stream;
    }
}
