using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ElastAlert.Alerters.Tests.Sockets;

namespace ElastAlert.Alerters.Tests.Stomp;

/// <summary>Is a message broker that speaks as much STOMP as it takes to be given a message.</summary>
internal sealed class StompBroker : IAsyncDisposable
{
    private readonly Dictionary<string, string> _answers;
    private readonly ConcurrentQueue<string> _frames = new();
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts a broker.</summary>
    /// <param name="answers">What it answers to a command, where that is not what it should; empty for nothing at all.</param>
    /// <param name="certificate">The certificate for TLS, or <see langword="null"/> for none.</param>
    public StompBroker(Dictionary<string, string>? answers = null, X509Certificate2? certificate = null)
    {
        _answers = new()
        {
            ["CONNECT"] = "CONNECTED\nversion:1.1\nheart-beat:0,0\n\n\0\n",
            ["SEND"] = "\n\nRECEIPT\nreceipt-id:1\n\n\0\n",
            ["DISCONNECT"] = "",
        };
        foreach (var (command, answer) in answers ?? [])
            _answers[command] = answer;
        Server = new TestSocketServer(ServeAsync, certificate);
    }

    public TestSocketServer Server { get; }

    /// <summary>Gets what completes when a message has arrived.</summary>
    public Task Sent => _sent.Task;

    /// <summary>Gets the frames so far, without the zeros at their end.</summary>
    public IReadOnlyList<string> Frames => [.. _frames];

    /// <summary>Gets the body of the message that was sent.</summary>
    public string Message => Frames.Single(static frame => frame.StartsWith("SEND\n", StringComparison.Ordinal)).Split("\n\n", 2)[1];

    public string Options(string more = "") =>
        $$"""{"stomp_hostname":"localhost","stomp_hostport":"{{Server.Port}}","stomp_login":"user","stomp_password":"s3cret-password"{{(more.Length > 0 ? "," + more : "")}}}""";

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await ReadAsync(stream, cancellationToken) is { } frame)
        {
            _frames.Enqueue(frame);
            var command = frame.Split('\n')[0];
            if (command == "SEND")
                _sent.TrySetResult();
            var answer = _answers[command];
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
            if (answer.StartsWith("ERROR", StringComparison.Ordinal))
                return;
        }
    }

    private static async Task<string?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        var next = new byte[1];
        while (await stream.ReadAsync(next, cancellationToken) == 1)
        {
            if (next[0] == 0)
                return Encoding.UTF8.GetString([.. bytes]);
            bytes.Add(next[0]);
        }

        return null;
    }
}
