namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Is what one client did with a <see cref="TestSmtpServer"/>.</summary>
internal sealed class SmtpServerSession
{
    public List<string> Commands { get; } = [];

    public List<string> Recipients { get; } = [];

    public string? From { get; set; }

    public string? User { get; set; }

    public bool IsEncrypted { get; set; }

    public string? ClientCertificate { get; set; }

    // As it came, dots undone.
    public string? Message { get; set; }
}
