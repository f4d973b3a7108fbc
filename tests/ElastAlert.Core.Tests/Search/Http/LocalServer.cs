using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ElastAlert.Core.Tests.Search.Http;

/// <summary>Is a server on this machine that writes whatever a test wants, byte for byte, and closes the connection.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?> _answer;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly Task _loop;
    private readonly List<string> _asked = [];
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="answer">Turns the text of a request into the text of an answer, or null to say nothing and wait.</param>
    /// <param name="certificate">The certificate to speak TLS with.</param>
    /// <param name="wantsClientCertificate">Whether the client is asked for a certificate.</param>
    public LocalServer(Func<string, string?> answer, X509Certificate2? certificate = null, bool wantsClientCertificate = false)
    {
        _answer = answer;
        if (certificate is not null)
        {
            _tls = new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = wantsClientCertificate,
                RemoteCertificateValidationCallback = (_, client, _, _) => Remember(client),
            };
        }

        _listener.Start();
        Node = new Uri($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = Task.Run(AcceptAsync);
    }

    public Uri Node { get; }

    /// <summary>Gets the requests as text.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Gets what completes when the first request has arrived.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Gets the subject of the certificate that a client showed.</summary>
    public string? ClientSubject { get; private set; }

    public static string Answer(int status, string body, string type = "application/json", string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public static LocalServer InOrder(params string?[] answers)
    {
        var rest = new Queue<string?>(answers);
        return new LocalServer(_ => rest.Dequeue());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private bool Remember(X509Certificate? client)
    {
        ClientSubject = client?.Subject;
        return ClientSubject != "CN=unwelcome";
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                var request = await ReadAsync(stream);
                lock (_asked)
                    _asked.Add(request);
                _arrived.TrySetResult();
                if (_answer(request) is { } answer)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                else
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or did not trust us: what some tests are about.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_tls is null)
            return client.GetStream();
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(_tls, _stop.Token);
        return tls;
    }

    private async Task<string> ReadAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
                break;
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        // A client that begins with TLS is answered at once, as servers do that expect plain text.
        if (text.StartsWith('\x16'))
            return true;
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = text[..end].Split("Content-Length: ") is [_, var rest]
            ? int.Parse(rest.Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        return text.Length >= end + 4 + length;
    }
}
