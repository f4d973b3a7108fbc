using ElastAlert.Alerters.Email.Smtp;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Keeps mails, or refuses the connection.</summary>
internal sealed class RecordingMailTransport(bool refuses) : IMailTransport
{
    public List<(SmtpOptions Options, MailEnvelope Envelope)> Mails { get; } = [];

    public Task<IReadOnlyList<string>> SendAsync(SmtpOptions options, MailEnvelope envelope, CancellationToken cancellationToken)
    {
        if (refuses)
            throw new AlertDeliveryException("The mail server cannot be reached: connection refused");
        Mails.Add((options, envelope));
        return Task.FromResult<IReadOnlyList<string>>([]);
    }
}
