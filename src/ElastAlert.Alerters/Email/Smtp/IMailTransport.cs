namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Hands mails to a server.</summary>
internal interface IMailTransport
{
    /// <summary>Delivers a mail.</summary>
    /// <param name="options">How the server is reached.</param>
    /// <param name="envelope">The mail.</param>
    /// <param name="cancellationToken">Ends the delivery.</param>
    /// <returns>The receivers that the server refused, while it took others.</returns>
    /// <exception cref="AlertDeliveryException">The server could not be reached, or took the mail for nobody.</exception>
    Task<IReadOnlyList<string>> SendAsync(SmtpOptions options, MailEnvelope envelope, CancellationToken cancellationToken);
}
