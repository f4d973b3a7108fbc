using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Delivers mails over SMTP, each in a session of its own.</summary>
internal sealed class SmtpMailTransport(SocketSender sender) : IMailTransport
{
    public async Task<IReadOnlyList<string>> SendAsync(SmtpOptions options, MailEnvelope envelope, CancellationToken cancellationToken)
    {
        using var certificate = ClientCertificate(options);
        var tls = () => Tls(options, certificate);
        var server = new SocketService("The mail server", options.Host, options.EffectivePort)
        {
            Timeout = options.Timeout,
            Tls = options.UseSsl ? tls : null,
            CaOption = "smtp_ca_certs",
        };
        return await sender.TalkAsync(server, (stream, token) => DeliverAsync(stream, options, envelope, tls, token), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> DeliverAsync(
        Stream stream, SmtpOptions options, MailEnvelope envelope, Func<SslClientAuthenticationOptions> tls, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection(stream);
        await using var disposing = connection.ConfigureAwait(false);
        var session = new SmtpSession(connection, options);
        var refused = await session.DeliverAsync(envelope, tls, cancellationToken).ConfigureAwait(false);
        await QuitAsync(session, cancellationToken).ConfigureAwait(false);
        return refused;
    }

    // The mail is taken by now, so nothing that happens here may bring it again.
    private static async Task QuitAsync(SmtpSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.QuitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // A server may close the connection first.
        }
    }

    private static SslClientAuthenticationOptions Tls(SmtpOptions options, X509Certificate2? certificate)
    {
        var tls = AlerterConnections.SslOptions(options.CaCerts, options.VerifiesCertificate);
        tls.TargetHost = options.Host;
        if (certificate is not null)
            tls.ClientCertificates = [certificate];
        return tls;
    }

    private static X509Certificate2? ClientCertificate(SmtpOptions options)
    {
        if (options.CertFile is null)
            return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(options.CertFile, options.KeyFile ?? options.CertFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new AlertDeliveryException($"The client certificate in {options.CertFile} cannot be read: {exception.Message}", exception);
        }
    }
}
