namespace ElastAlert.Alerters.Http;

/// <summary>Says how an alerter reaches its service; equal options share their connections.</summary>
internal sealed record AlerterHttpOptions
{
    /// <summary>Gets how long a request may take.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets the proxy for <c>https</c> addresses, a URL or <c>host:port</c>; the environment's proxies apply where it is absent, and none where it
    /// is empty.
    /// </summary>
    public string? Proxy { get; init; }

    /// <summary>Gets the proxy for <c>http</c> addresses, likewise.</summary>
    public string? PlainProxy { get; init; }

    /// <summary>Gets the user name that the proxy, and nobody else, is given.</summary>
    public string? ProxyLogin { get; init; }

    /// <summary>Gets the password that the proxy, and nobody else, is given.</summary>
    public string? ProxyPassword { get; init; }

    /// <summary>Gets the path of a PEM bundle, or of a folder of them, that is trusted instead of the system's authorities.</summary>
    public string? CaCerts { get; init; }

    /// <summary>Gets whether the certificate of the service is taken as it is; <see cref="CaCerts"/> wins.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IgnoreSslErrors { get; init; }

    /// <summary>Gets whether certificates are verified.</summary>
    public bool VerifiesCertificates => CaCerts is not null || !IgnoreSslErrors;

    /// <summary>Reads the options that most alerters have, by their common prefix: <c>slack_proxy</c>, <c>slack_timeout</c>, ...</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">The prefix with its underscore.</param>
    /// <param name="defaultTimeout">How long a request may take by default.</param>
    public static AlerterHttpOptions Read(AlerterOptionReader reader, string prefix, TimeSpan? defaultTimeout = null) => new()
    {
        Timeout = reader.Seconds(prefix + "timeout", defaultTimeout ?? TimeSpan.FromSeconds(30)),
        Proxy = reader.Text(prefix + "proxy") is { Length: > 0 } proxy ? proxy : null,
        ProxyLogin = reader.Text(prefix + "proxy_login"),
        ProxyPassword = reader.Text(prefix + "proxy_pass") ?? reader.Text(prefix + "proxy_password"),
        CaCerts = CaCertsOf(reader, prefix),
        IgnoreSslErrors = reader.Flag(prefix + "ignore_ssl_errors"),
    };

    /// <summary>Returns where alerts go; the rest may hold secrets.</summary>
    public override string ToString() => $"{nameof(AlerterHttpOptions)}: {Timeout}";

    // "true" asks for verification, which a path or nothing does too; "false" means the same as ignore_ssl_errors left out.
    private static string? CaCertsOf(AlerterOptionReader reader, string prefix)
    {
        var value = reader.Value(prefix + "ca_certs") ?? reader.Value(prefix + "ca_cert");
        return value?.Value as string;
    }
}
