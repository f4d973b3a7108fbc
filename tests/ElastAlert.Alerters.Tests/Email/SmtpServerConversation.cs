using System.Net.Security;
using System.Text;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Leads the server's side of a conversation (RFC 5321).</summary>
internal sealed class SmtpServerConversation(
    SmtpServerOptions options, SmtpServerSession session, Stream stream, TaskCompletionSource silent, CancellationToken cancellationToken)
{
    private Stream _stream = stream;

    public async Task RunAsync()
    {
        if (options.BeginsWithTls)
            await EncryptAsync();
        await WriteAsync(options.Answers.GetValueOrDefault("CONNECT", "220 test ESMTP"));
        while (await ReadLineAsync() is { } line)
        {
            session.Commands.Add(line);
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (command == options.DisconnectsAt)
                return;
            if (command == options.SilentAt)
            {
                silent.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            if (options.Answers.TryGetValue(command, out var answer))
                await WriteAsync(answer);
            else
                await AnswerAsync(command, line);
            if (command == "QUIT")
                return;
        }
    }

    private Task AnswerAsync(string command, string line) => command switch
    {
        "EHLO" => WriteAsync(Features()),
        "STARTTLS" => StartTlsAsync(),
        "AUTH" => LoginAsync(line.Split(' ')),
        "MAIL" => TakeAsync(() => session.From = Address(line)),
        "RCPT" when options.RefusedRecipients.Contains(Address(line)) => WriteAsync("550 5.1.1 no such user"),
        "RCPT" => TakeAsync(() => session.Recipients.Add(Address(line))),
        "DATA" => DataAsync(),
        "QUIT" => WriteAsync("221 bye"),
        _ => WriteAsync("502 unknown"),
    };

    private string Features()
    {
        var lines = new List<string> { "test greets you" };
        if (options.Certificate is not null && !session.IsEncrypted)
            lines.Add("STARTTLS");
        if (options.Mechanisms.Length > 0)
            lines.Add("AUTH " + string.Join(' ', options.Mechanisms));
        lines.AddRange(options.Features);
        return string.Join("\r\n", lines.Select((line, index) => (index < lines.Count - 1 ? "250-" : "250 ") + line));
    }

    private async Task StartTlsAsync()
    {
        await WriteAsync("220 go on");
        await EncryptAsync();
    }

    private async Task EncryptAsync()
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = options.Certificate,
                ClientCertificateRequired = options.AsksForClientCertificate,
#pragma warning disable CA5359 // The test wants to see the certificate of the client, whatever it is.
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    session.ClientCertificate = certificate?.Subject;
                    return true;
                },
#pragma warning restore CA5359
            },
            cancellationToken);
        session.IsEncrypted = true;
    }

    private async Task LoginAsync(string[] words)
    {
        string user, password;
        if (words[1] == "PLAIN")
        {
            var parts = Text(words[2]).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            await WriteAsync("334 VXNlcm5hbWU6");
            user = Text((await ReadLineAsync())!);
            await WriteAsync("334 UGFzc3dvcmQ6");
            password = Text((await ReadLineAsync())!);
        }

        session.User = user;
        await WriteAsync(options.Login == (user, password) ? "235 welcome" : $"535 5.7.8 {user}/{password} is wrong");
    }

    private async Task DataAsync()
    {
        await WriteAsync("354 go on");
        var message = new StringBuilder();
        while (await ReadLineAsync() is { } line and not ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        session.Message = message.ToString();
        await WriteAsync("250 taken");
    }

    private Task TakeAsync(Action take)
    {
        take();
        return WriteAsync("250 fine");
    }

    private async Task WriteAsync(string text)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        var letter = new byte[1];
        while (await _stream.ReadAsync(letter, cancellationToken) > 0)
        {
            if (letter[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(letter[0]);
        }

        return null;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
