namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Says how a mail server is reached.</summary>
internal sealed record SmtpOptions
{
    /// <summary>Gets the host.</summary>
    /// <value>The default is <c>localhost</c>.</value>
    public string Host { get; init; } = "localhost";

    /// <summary>Gets the port, or <see langword="null"/> for 465 with <see cref="UseSsl"/> and 25 without.</summary>
    public int? Port { get; init; }

    /// <summary>Gets whether TLS begins with the connection.</summary>
    /// <value>The default is <see langword="false"/>: it begins when the server offers it.</value>
    public bool UseSsl { get; init; }

    /// <summary>Gets whether nothing is sent without TLS.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RequireTls { get; init; }

    /// <summary>Gets whether the certificate of the server is taken as it is.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IgnoreSslErrors { get; init; }

    /// <summary>Gets the path of a PEM bundle that is trusted instead of the system's authorities.</summary>
    public string? CaCerts { get; init; }

    /// <summary>Gets the path of the client's certificate in PEM, or <see langword="null"/>.</summary>
    public string? CertFile { get; init; }

    /// <summary>Gets the path of the client's key in PEM, or <see langword="null"/> when <see cref="CertFile"/> holds it.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Gets the user, or <see langword="null"/> for no login.</summary>
    public string? User { get; init; }

    /// <summary>Gets the password.</summary>
    public string? Password { get; init; }

    /// <summary>Gets how long a delivery may take.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the port in use.</summary>
    public int EffectivePort => Port ?? (UseSsl ? 465 : 25);

    /// <summary>
    /// Gets whether the certificate of the server is verified. Where TLS is only taken because it was offered, leaving the offer out would
    /// get an attacker as far as a wrong certificate, so verifying would prevent alerts and nothing else.
    /// </summary>
    public bool VerifiesCertificate => !IgnoreSslErrors && (UseSsl || RequireTls || User is not null || CaCerts is not null);

    /// <summary>Returns host and port; the rest may hold secrets.</summary>
    public override string ToString() => $"{Host}:{EffectivePort}";
}
