using System.Globalization;
using System.Text;

namespace ElastAlert.Testing;

/// <summary>Reads requests and writes answers of HTTP/1.1, as far as a test needs it.</summary>
internal static class HttpWire
{
    /// <summary>Reads a request, or nothing when the connection has ended.</summary>
    public static async Task<ReceivedHttpRequest?> ReadRequestAsync(Stream stream, CancellationToken cancellationToken)
    {
        var first = await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(first))
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var words = first.Split(' ');
        return new ReceivedHttpRequest(words[0], words[1], headers, await ReadBodyAsync(stream, headers, cancellationToken).ConfigureAwait(false));
    }

    public static async Task WriteAnswerAsync(Stream stream, ScriptedHttpAnswer answer, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.StatusCode} Status\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\nContent-Type: application/json\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        body = body[..Math.Min(answer.BreaksAfter ?? body.Length, body.Length)];

        // In one piece: a body on its own would wait for the acknowledgement of the head.
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body], cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (answer.BreaksAfter is not null)
            throw new IOException("The connection was to break here.");
    }

    private static async Task<byte[]> ReadBodyAsync(Stream stream, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (!headers.TryGetValue("Content-Length", out var length))
            return [];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
        return body;
    }

    private static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var letter = new byte[1];
        while (await stream.ReadAsync(letter, cancellationToken).ConfigureAwait(false) > 0)
        {
            if (letter[0] == '\n')
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(letter[0]);
        }

        return null;
    }
}
