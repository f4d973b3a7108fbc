using System.Globalization;
using System.Text;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Reads the frames of a broker.</summary>
internal sealed class StompReader(Stream stream)
{
    private const int LongestFrame = 1 << 20;

    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Reads the next frame.</summary>
    /// <exception cref="IOException">The connection ended, or what comes is no frame.</exception>
    public async Task<StompFrame> ReadAsync(CancellationToken cancellationToken)
    {
        // Line ends between frames are heartbeats.
        string command;
        do
            command = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        while (command.Length == 0);

        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            if (line.Split(':', 2) is not [var name, var value] || headers.Count == 100)
                throw Wrong();
            headers.Add(new(StompFrame.Read(name), StompFrame.Read(value)));
        }

        var frame = new StompFrame(command, headers);
        return frame with { Body = await ReadBodyAsync(frame.Header("content-length"), cancellationToken).ConfigureAwait(false) };
    }

    private async Task<byte[]> ReadBodyAsync(string? length, CancellationToken cancellationToken)
    {
        if (length is null)
            return await ReadUntilAsync(0, cancellationToken).ConfigureAwait(false);
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > LongestFrame)
            throw Wrong();
        var body = new byte[count];
        for (var index = 0; index < count; index++)
            body[index] = await ReadByteAsync(cancellationToken).ConfigureAwait(false);
        return await ReadByteAsync(cancellationToken).ConfigureAwait(false) == 0 ? body : throw Wrong();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await ReadUntilAsync((byte)'\n', cancellationToken).ConfigureAwait(false)).TrimEnd('\r');

    private async Task<byte[]> ReadUntilAsync(byte end, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        while (await ReadByteAsync(cancellationToken).ConfigureAwait(false) is var next && next != end)
        {
            if (bytes.Count == LongestFrame)
                throw Wrong();
            bytes.Add(next);
        }

        return [.. bytes];
    }

    private async ValueTask<byte> ReadByteAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = 0;
            _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
            if (_end == 0)
                throw new IOException("it closed the connection");
        }

        return _buffer[_start++];
    }

    private static IOException Wrong() => new("what it sends is not STOMP");
}
