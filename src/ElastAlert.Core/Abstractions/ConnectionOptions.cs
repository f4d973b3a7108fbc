namespace ElastAlert;

/// <summary>Says where a search cluster is and how to sign in.</summary>
/// <remarks>Two equal sets of options share one transport.</remarks>
public sealed record ConnectionOptions
{
    /// <summary>Gets the nodes: scheme, host, port and path prefix of each, without credentials. At least one.</summary>
    public required IReadOnlyList<Uri> Nodes { get; init; }

    /// <summary>Gets the host that signatures name (<c>es_host</c>).</summary>
    public string Host { get; init; } = "";

    /// <summary>Gets the user name of basic authentication, or <see langword="null"/>.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the password of basic authentication, or <see langword="null"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Gets the API key, or <see langword="null"/>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets the bearer token, or <see langword="null"/>.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Gets whether the certificate of the server is verified.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool VerifyCertificates { get; init; } = true;

    /// <summary>Gets whether a warning is logged when certificates are not verified.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ShowTlsWarning { get; init; } = true;

    /// <summary>Gets the path of the PEM bundle of trusted authorities, or <see langword="null"/> for the system's.</summary>
    public string? CaCertificates { get; init; }

    /// <summary>Gets the path of the client certificate in PEM, or <see langword="null"/>.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Gets the path of the client's private key in PEM, or <see langword="null"/> when the certificate file holds it.</summary>
    public string? ClientKey { get; init; }

    /// <summary>Gets how long a request may take.</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets the AWS region that requests are signed for, or <see langword="null"/> for no signature.</summary>
    public string? AwsRegion { get; init; }

    /// <summary>Gets the AWS profile of the shared credentials file, or <see langword="null"/> for the default chain.</summary>
    public string? AwsProfile { get; init; }

    /// <summary>Returns the nodes; the rest may hold secrets.</summary>
    public override string ToString() => string.Join(", ", Nodes);

    /// <inheritdoc/>
    public bool Equals(ConnectionOptions? other) =>
        other is not null && Nodes.SequenceEqual(other.Nodes)
        && (Host, Username, Password, ApiKey, BearerToken) == (other.Host, other.Username, other.Password, other.ApiKey, other.BearerToken)
        && (VerifyCertificates, ShowTlsWarning, CaCertificates, ClientCertificate, ClientKey)
            == (other.VerifyCertificates, other.ShowTlsWarning, other.CaCertificates, other.ClientCertificate, other.ClientKey)
        && (Timeout, AwsRegion, AwsProfile) == (other.Timeout, other.AwsRegion, other.AwsProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Nodes[0], Username, ApiKey, Host);
}
