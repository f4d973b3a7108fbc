using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Delivers mails over SMTP, each in a session of its own.</summary>
internal sealed class SmtpMailTransport(TimeProvider clock) : IMailTransport
{
    public async Task<IReadOnlyList<string>> SendAsync(SmtpOptions options, MailEnvelope envelope, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await DeliverAsync(options, envelope, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertDeliveryException($"The mail server {options} did not take the mail within {options.Timeout.TotalSeconds:0.###} seconds");
        }
        catch (AuthenticationException exception)
        {
            throw new AlertDeliveryException(
                $"The mail server {options} cannot be trusted: {exception.GetBaseException().Message} (name its authority in smtp_ca_certs)", exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new AlertDeliveryException($"The mail server {options} cannot be reached: {exception.GetBaseException().Message}", exception);
        }
    }

    private static async Task<IReadOnlyList<string>> DeliverAsync(SmtpOptions options, MailEnvelope envelope, CancellationToken cancellationToken)
    {
        var connection = await SmtpConnection.OpenAsync(options.Host, options.EffectivePort, cancellationToken).ConfigureAwait(false);
        await using var disposing = connection.ConfigureAwait(false);
        using var certificate = ClientCertificate(options);
        if (options.UseSsl)
            await connection.EncryptAsync(Tls(options, certificate), cancellationToken).ConfigureAwait(false);
        var session = new SmtpSession(connection, options);
        var refused = await session.DeliverAsync(envelope, () => Tls(options, certificate), cancellationToken).ConfigureAwait(false);
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
