using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ElastAlert.Alerters.Tests.Sockets;

namespace ElastAlert.Alerters.Tests.Gelf;

/// <summary>Is a GELF input over TCP: messages end with a zero.</summary>
internal sealed class GelfInput : IAsyncDisposable
{
    private readonly TaskCompletionSource<JsonElement> _message = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GelfInput(X509Certificate2? certificate = null) => Server = new TestSocketServer(ReadAsync, certificate);

    public TestSocketServer Server { get; }

    /// <summary>Gets the first message, when it has arrived and the connection has ended.</summary>
    public Task<JsonElement> Message => _message.Task;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        await stream.CopyToAsync(received, cancellationToken);
        var bytes = received.ToArray();
        if (bytes is [.. var message, 0])
            _message.TrySetResult(JsonElement.Parse(message));
        else
            _message.TrySetException(new InvalidDataException($"{bytes.Length} bytes without a zero at their end"));
    }
}
