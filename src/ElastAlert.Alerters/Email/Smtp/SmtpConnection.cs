using System.Globalization;
using System.Net.Security;
using System.Text;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Sends commands to a mail server and reads its replies.</summary>
internal sealed class SmtpConnection(Stream stream) : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = stream;
    private int _start;
    private int _end;

    /// <summary>Gets whether what is sent is encrypted.</summary>
    public bool IsEncrypted => _stream is SslStream;

    /// <summary>Goes on with TLS. What the server had said in the clear after its consent is dropped.</summary>
    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        _start = _end = 0;
        var secured = new SslStream(_stream);
        _stream = secured;
        await secured.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SmtpReply> CommandAsync(string command, CancellationToken cancellationToken)
    {
        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a reply of one or more lines.</summary>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        for (var length = 0; length < LongestReply;)
        {
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            length += line.Length + 1;
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new IOException("The answer is not that of a mail server");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new SmtpReply(code, lines);
        }

        throw new IOException("The answer of the mail server is too long");
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (line.Count < LongestReply)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                if (_end == 0)
                    throw new IOException("The mail server closed the connection");
            }

            var letter = _buffer[_start++];
            if (letter == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(letter);
        }

        throw new IOException("A line of the mail server is too long");
    }
}
