using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Testing;

/// <summary>Is an HTTP server on a socket of this machine that answers as it is told and keeps every request.</summary>
public sealed class ScriptedHttpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedHttpRequest> _requests = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly X509Certificate2? _certificate;
    private readonly Func<ReceivedHttpRequest, ScriptedHttpAnswer?> _answer;
    private readonly Task _accepting;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Makes the answer to a request; <see langword="null"/> never answers.</param>
    /// <param name="certificate">The certificate for TLS, or <see langword="null"/> for none.</param>
    public ScriptedHttpServer(Func<ReceivedHttpRequest, ScriptedHttpAnswer?> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        Url = new Uri($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    /// <summary>Gets the address of the server.</summary>
    public Uri Url { get; }

    /// <summary>Gets the requests so far, in order.</summary>
    public IReadOnlyList<ReceivedHttpRequest> Requests => [.. _requests];

    /// <summary>Gets what completes when the first request has arrived.</summary>
    public Task Received => _received.Task;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = await OpenAsync(client).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                    await ServeAsync(stream).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException or SocketException)
            {
                // The client has gone, or does not trust the certificate: both are what a test may want.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token).ConfigureAwait(false);
        return stream;
    }

    private async Task ServeAsync(Stream stream)
    {
        while (await HttpWire.ReadRequestAsync(stream, _stop.Token).ConfigureAwait(false) is { } request)
        {
            _requests.Enqueue(request);
            _received.TrySetResult();
            var answer = _answer(request);
            if (answer is null)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token).ConfigureAwait(false);
            else
                await HttpWire.WriteAnswerAsync(stream, answer, _stop.Token).ConfigureAwait(false);
        }
    }
}
