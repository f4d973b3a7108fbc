namespace ElastAlert.Hosting;

/// <summary>Says how to sign in to a search cluster.</summary>
public sealed class ConnectionBuilder
{
    internal ConnectionBuilder(Uri node) =>
        Options = new ConnectionOptions { Nodes = [node], Host = node.Host };

    internal ConnectionOptions Options { get; private set; }

    /// <summary>Adds a node of the same cluster.</summary>
    /// <param name="node">Its address.</param>
    public ConnectionBuilder AddNode(Uri node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Set(Options with { Nodes = [.. Options.Nodes, node] });
    }

    /// <summary>Signs in with an API key.</summary>
    /// <param name="key">The encoded key.</param>
    public ConnectionBuilder ApiKey(string key) => Set(Options with { ApiKey = key });

    /// <summary>Signs in with a bearer token.</summary>
    /// <param name="token">The token.</param>
    public ConnectionBuilder Bearer(string token) => Set(Options with { BearerToken = token });

    /// <summary>Signs in with a user and a password.</summary>
    /// <param name="username">The user.</param>
    /// <param name="password">The password.</param>
    public ConnectionBuilder Basic(string username, string password) => Set(Options with { Username = username, Password = password });

    /// <summary>Signs requests for AWS, with credentials of the standard chain.</summary>
    /// <param name="region">The region.</param>
    /// <param name="profile">The profile, or <see langword="null"/> for the default one.</param>
    public ConnectionBuilder Aws(string region, string? profile = null) => Set(Options with { AwsRegion = region, AwsProfile = profile });

    /// <summary>Shows the cluster a client certificate.</summary>
    /// <param name="certificate">The path of the certificate in PEM.</param>
    /// <param name="key">The path of its key, or <see langword="null"/> when the certificate file holds it.</param>
    public ConnectionBuilder ClientCertificate(string certificate, string? key = null) =>
        Set(Options with { ClientCertificate = certificate, ClientKey = key });

    /// <summary>Trusts the authorities of a file instead of the system's.</summary>
    /// <param name="path">The path of a PEM bundle.</param>
    public ConnectionBuilder TrustAuthorities(string path) => Set(Options with { CaCertificates = path });

    /// <summary>Does not verify the certificate of the cluster; whoever can reach the connection can read and change it.</summary>
    public ConnectionBuilder TrustAnyCertificate() => Set(Options with { VerifyCertificates = false });

    /// <summary>Sets how long a request may take.</summary>
    /// <param name="timeout">The time, greater than zero.</param>
    public ConnectionBuilder Timeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return Set(Options with { Timeout = timeout });
    }

    private ConnectionBuilder Set(ConnectionOptions options)
    {
        Options = options;
        return this;
    }
}
