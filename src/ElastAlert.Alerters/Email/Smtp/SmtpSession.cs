using System.Net;
using System.Net.Security;
using System.Text;
using ElastAlert.Alerters.Email.Mime;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Leads the conversation that delivers one mail.</summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpOptions options)
{
    private HashSet<string> _features = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string> _mechanisms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Delivers a mail and returns the receivers that were refused while others were taken.</summary>
    /// <exception cref="AlertDeliveryException">The server refused.</exception>
    public async Task<IReadOnlyList<string>> DeliverAsync(MailEnvelope envelope, Func<SslClientAuthenticationOptions> tls, CancellationToken cancellationToken)
    {
        Expect(await connection.ReadAsync(cancellationToken).ConfigureAwait(false), "the connection");
        await GreetAsync(cancellationToken).ConfigureAwait(false);
        await EncryptAsync(tls, cancellationToken).ConfigureAwait(false);
        await LoginAsync(cancellationToken).ConfigureAwait(false);
        var refused = await AddressAsync(envelope, cancellationToken).ConfigureAwait(false);
        await TransferAsync(envelope.Message, cancellationToken).ConfigureAwait(false);
        return refused;
    }

    /// <summary>Says goodbye.</summary>
    public Task QuitAsync(CancellationToken cancellationToken) => connection.CommandAsync("QUIT", cancellationToken);

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        var name = HostName();
        var reply = await connection.CommandAsync($"EHLO {name}", cancellationToken).ConfigureAwait(false);
        if (reply.Code is >= 500 and < 600)
            reply = await connection.CommandAsync($"HELO {name}", cancellationToken).ConfigureAwait(false);
        Expect(reply, "the greeting");
        var words = reply.Lines.Skip(1).Select(static line => line.Replace('=', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(static line => line.Length > 0).ToList();
        _features = words.Select(static line => line[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _mechanisms = words.Where(static line => line[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase)).SelectMany(static line => line.Skip(1)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private async Task EncryptAsync(Func<SslClientAuthenticationOptions> tls, CancellationToken cancellationToken)
    {
        if (connection.IsEncrypted)
            return;
        if (!_features.Contains("STARTTLS"))
        {
            if (options.RequireTls)
                throw new AlertDeliveryException($"The mail server {options} does not offer TLS, which smtp_require_tls asks for", isTransient: true);
            return;
        }

        Expect(await connection.CommandAsync("STARTTLS", cancellationToken).ConfigureAwait(false), "TLS");
        await connection.EncryptAsync(tls(), cancellationToken).ConfigureAwait(false);
        // What was offered in the clear may have been changed on the way.
        await GreetAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task LoginAsync(CancellationToken cancellationToken)
    {
        if (options.User is null)
            return;
        if (_mechanisms.Contains("PLAIN"))
        {
            var credentials = Base64($"\0{options.User}\0{options.Password}");
            Expect(await connection.CommandAsync($"AUTH PLAIN {credentials}", cancellationToken).ConfigureAwait(false), "the login");
        }
        else if (_mechanisms.Contains("LOGIN"))
        {
            Expect(await connection.CommandAsync("AUTH LOGIN", cancellationToken).ConfigureAwait(false), "the login", wanted: 334);
            Expect(await connection.CommandAsync(Base64(options.User), cancellationToken).ConfigureAwait(false), "the login", wanted: 334);
            Expect(await connection.CommandAsync(Base64(options.Password ?? ""), cancellationToken).ConfigureAwait(false), "the login");
        }
        else
        {
            throw new AlertDeliveryException(
                $"The mail server {options} offers no login that is known here (PLAIN, LOGIN){(connection.IsEncrypted ? "" : "; perhaps it does with smtp_ssl")}",
                isTransient: false);
        }
    }

    private async Task<List<string>> AddressAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        var needsUtf8 = envelope.Recipients.Append(envelope.From).Any(static address => address.NeedsUtf8);
        if (needsUtf8 && !_features.Contains("SMTPUTF8"))
            throw new AlertDeliveryException($"The mail server {options} does not take addresses that are not ASCII", isTransient: false);
        var parameters = needsUtf8 ? " SMTPUTF8 BODY=8BITMIME" : "";
        Expect(await connection.CommandAsync($"MAIL FROM:<{envelope.From.Address}>{parameters}", cancellationToken).ConfigureAwait(false), "the sender");
        var refusals = new List<(string Address, SmtpReply Reply)>();
        foreach (var recipient in envelope.Recipients)
        {
            var reply = await connection.CommandAsync($"RCPT TO:<{recipient.Address}>", cancellationToken).ConfigureAwait(false);
            if (!reply.IsSuccess)
                refusals.Add((recipient.Address, reply));
        }

        if (refusals.Count == envelope.Recipients.Count)
            throw AllRefused(refusals);
        return [.. refusals.Select(static refusal => refusal.Address)];
    }

    private async Task TransferAsync(byte[] message, CancellationToken cancellationToken)
    {
        Expect(await connection.CommandAsync("DATA", cancellationToken).ConfigureAwait(false), "the message", wanted: 354);
        await connection.WriteAsync(DotStuffing.Apply(message), cancellationToken).ConfigureAwait(false);
        Expect(await connection.ReadAsync(cancellationToken).ConfigureAwait(false), "the message");
    }

    private AlertDeliveryException AllRefused(List<(string Address, SmtpReply Reply)> refusals) => new(
        $"The mail server {options} refused every receiver: {string.Join("; ", refusals.Select(static refusal => $"{refusal.Address}: {refusal.Reply}"))}",
        isTransient: refusals.Exists(static refusal => refusal.Reply.IsTransient));

    private void Expect(SmtpReply reply, string what, int? wanted = null)
    {
        if (wanted is null ? !reply.IsSuccess : reply.Code != wanted)
            throw new AlertDeliveryException($"The mail server {options} refused {what}: {WithoutSecrets(reply)}", reply.IsTransient);
    }

    private string WithoutSecrets(SmtpReply reply)
    {
        var text = reply.ToString();
        return options.Password is { Length: > 0 } password
            ? text.Replace(password, "***", StringComparison.Ordinal)
                .Replace(Base64(password), "***", StringComparison.Ordinal)
                .Replace(Base64($"\0{options.User}\0{password}"), "***", StringComparison.Ordinal)
            : text;
    }

    private static string HostName()
    {
        var name = Dns.GetHostName();
        return name.Length > 0 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') ? name : "[127.0.0.1]";
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
