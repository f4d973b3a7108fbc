using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Is a mail server on a socket of this machine.</summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpServerSession> _sessions = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SmtpServerOptions _options;
    private readonly Task _accepting;

    public TestSmtpServer(SmtpServerOptions? options = null)
    {
        _options = options ?? new SmtpServerOptions();
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public IReadOnlyList<SmtpServerSession> Sessions => [.. _sessions];

    public Task Silent => _silent.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var session = new SmtpServerSession();
        _sessions.Enqueue(session);
        try
        {
            await new SmtpServerConversation(_options, session, client.GetStream(), _silent, _stop.Token).RunAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException or EndOfStreamException)
        {
            // The client left, or does not trust the certificate.
        }
    }
}
