using System.Collections.Concurrent;
using ElastAlert.Alerters.Tests.Sockets;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Is a mail server on a socket of this machine.</summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<SmtpServerSession> _sessions = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SmtpServerOptions _options;
    private readonly TestSocketServer _server;

    public TestSmtpServer(SmtpServerOptions? options = null)
    {
        _options = options ?? new SmtpServerOptions();
        _server = new TestSocketServer(ServeAsync);
    }

    public int Port => _server.Port;

    public IReadOnlyList<SmtpServerSession> Sessions => [.. _sessions];

    public Task Silent => _silent.Task;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var session = new SmtpServerSession();
        _sessions.Enqueue(session);
        await new SmtpServerConversation(_options, session, stream, _silent, cancellationToken).RunAsync();
    }
}
