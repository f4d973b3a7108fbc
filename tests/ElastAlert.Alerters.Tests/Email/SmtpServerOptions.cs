using System.Security.Cryptography.X509Certificates;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Says how a <see cref="TestSmtpServer"/> behaves.</summary>
internal sealed record SmtpServerOptions
{
    public X509Certificate2? Certificate { get; init; }

    public bool BeginsWithTls { get; init; }

    public string[] Mechanisms { get; init; } = [];

    public (string User, string Password)? Login { get; init; }

    public string[] RefusedRecipients { get; init; } = [];

    public string[] Features { get; init; } = [];

    // The command at which the server closes the connection, or falls silent.
    public string? DisconnectsAt { get; init; }

    public string? SilentAt { get; init; }

    // What is answered to a command instead of the usual.
    public Dictionary<string, string> Answers { get; init; } = [];

    public bool AsksForClientCertificate { get; init; }
}
