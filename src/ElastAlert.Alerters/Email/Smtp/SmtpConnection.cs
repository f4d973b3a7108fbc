using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Sends commands to a mail server and reads its replies.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly TcpClient _client;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream;
    private int _start;
    private int _end;

    private SmtpConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    /// <summary>Gets whether what is sent is encrypted.</summary>
    public bool IsEncrypted => _stream is SslStream;

    public static async Task<SmtpConnection> OpenAsync(string host, int port, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            return new SmtpConnection(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with TLS. What the server had said in the clear after its consent is dropped.</summary>
    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        _start = _end = 0;
        var stream = new SslStream(_stream);
        _stream = stream;
        await stream.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
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

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

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
