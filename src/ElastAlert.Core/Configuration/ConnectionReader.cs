namespace ElastAlert.Configuration;

/// <summary>Reads where a cluster is and how to sign in: of the global configuration, of a rule that inherits it, or of an alerter.</summary>
public static class ConnectionReader
{
    private static readonly string[] CredentialKeys = ["es_username", "es_password", "es_api_key", "es_bearer", "aws_region", "profile"];

    private static readonly string[] NodeKeys = ["es_host", "es_port", "es_hosts", "use_ssl", "es_url_prefix"];

    private static readonly string[] Keys =
        [.. NodeKeys, .. CredentialKeys, "verify_certs", "ssl_show_warn", "ca_certs", "client_cert", "client_key", "es_conn_timeout"];

    /// <summary>
    /// Returns the options that decide a rule's connection: a host of its own replaces inherited nodes, and credentials of its own
    /// replace the whole inherited set, so that a global token does not win over the rule's user.
    /// </summary>
    internal static OptionMap Inherit(OptionMap inherited, OptionMap own)
    {
        if (own.ContainsKey("es_host") && !own.ContainsKey("es_hosts"))
            inherited = inherited.Without("es_hosts");
        var ownCredentials = CredentialKeys.Where(own.ContainsKey).ToList();
        if (ownCredentials.Count > 0)
        {
            var isHalfOfPair = ownCredentials.TrueForAll(static key => key is "es_username" or "es_password");
            foreach (var key in CredentialKeys.Where(key => !isHalfOfPair || key is not ("es_username" or "es_password")))
                inherited = inherited.Without(key);
        }

        return inherited.Overlay(own);
    }

    /// <summary>Reads the connection of a rule: the inherited one where the rule says nothing else.</summary>
    /// <param name="reader">The options that take effect.</param>
    /// <param name="own">The rule's own options.</param>
    /// <param name="inherited">The global connection, which code may have set; <see langword="null"/> when there is none.</param>
    /// <param name="environment">The environment.</param>
    internal static ConnectionOptions? ReadRule(OptionReader reader, OptionMap own, ConnectionOptions? inherited, Func<string, string?> environment)
    {
        if (!Keys.Any(own.ContainsKey))
            return inherited;
        if (inherited is null || NodeKeys.Any(own.ContainsKey))
            return Read(reader, environment);
        var secured = Secured(inherited, reader);
        return CredentialKeys.Any(own.ContainsKey) ? Authenticated(Anonymous(secured), reader, inherited.Nodes, environment) : secured;
    }

    /// <summary>Reads a connection that an alerter has for itself; the variables that override the global one do not change it.</summary>
    /// <param name="reader">The options of the alerter, which take the problems.</param>
    /// <param name="options">The options of the connection: <c>es_host</c>, <c>es_port</c> and so on.</param>
    /// <returns>The connection, or <see langword="null"/> when no host is named.</returns>
    public static ConnectionOptions? Read(AlerterOptionReader reader, OptionMap options)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new ProblemList { Rule = reader.Rule.Name };
        var connection = Read(new OptionReader(options, problems, reader.Rule.Source), Environment.GetEnvironmentVariable);
        reader.Add(problems.All);
        return connection;
    }

    /// <summary>Reads a connection; what is wrong with it becomes a problem.</summary>
    internal static ConnectionOptions? Read(OptionReader reader, Func<string, string?> environment)
    {
        var host = reader.TextOrNothing("es_host") ?? "";
        var nodes = ConnectionNodes.Read(reader, host);
        if (nodes.Count == 0)
            return null;
        var connection = new ConnectionOptions { Nodes = [.. nodes.Select(ConnectionNodes.WithoutUser)], Host = ConnectionNodes.HostName(host, nodes) };
        return Authenticated(Secured(connection, reader), reader, nodes, environment);
    }

    private static ConnectionOptions Secured(ConnectionOptions connection, OptionReader reader)
    {
        CheckFiles(reader);
        return connection with
        {
            VerifyCertificates = reader.Flag("verify_certs", connection.VerifyCertificates),
            ShowTlsWarning = reader.Flag("ssl_show_warn", connection.ShowTlsWarning),
            CaCertificates = reader.TextOrNothing("ca_certs") ?? connection.CaCertificates,
            ClientCertificate = reader.TextOrNothing("client_cert") ?? connection.ClientCertificate,
            ClientKey = reader.TextOrNothing("client_key") ?? connection.ClientKey,
            Timeout = Timeout(reader, connection.Timeout),
        };
    }

    private static ConnectionOptions Anonymous(ConnectionOptions connection) =>
        connection with { Username = null, Password = null, ApiKey = null, BearerToken = null, AwsRegion = null, AwsProfile = null };

    // One way to sign in, never two: API key, then bearer token, then user and password, then signature.
    private static ConnectionOptions Authenticated(ConnectionOptions connection, OptionReader reader, IReadOnlyList<Uri> nodes, Func<string, string?> environment)
    {
        if (Filled(reader, "es_api_key") is { } apiKey)
            return connection with { ApiKey = apiKey };
        if (Filled(reader, "es_bearer") is { } bearer)
            return connection with { BearerToken = bearer };
        var (user, password) = (Filled(reader, "es_username"), Filled(reader, "es_password"));
        if (user is not null && !reader.Has("es_password"))
            reader.Error("es_username", "stands without es_password.", "Add es_password, or remove es_username.");
        if (user is not null && password is not null)
            return connection with { Username = user, Password = password };
        if (ConnectionNodes.User(nodes) is var (nodeUser, nodePassword))
            return connection with { Username = nodeUser, Password = nodePassword };
        var region = Filled(reader, "aws_region") ?? Filled(environment("AWS_DEFAULT_REGION"));
        return region is null ? connection : connection with { AwsRegion = region, AwsProfile = Filled(reader, "profile") };
    }

    private static void CheckFiles(OptionReader reader)
    {
        if (Filled(reader, "ca_certs") is not null && !reader.Flag("verify_certs", true))
            reader.Error("ca_certs", "names trusted authorities, but verify_certs is false.", "Remove one of the two.");
        if (Filled(reader, "client_key") is not null && Filled(reader, "client_cert") is null)
            reader.Warn("client_key", "has no effect without client_cert.", "Add client_cert, or remove it.");
    }

    private static TimeSpan Timeout(OptionReader reader, TimeSpan inherited)
    {
        var seconds = reader.Number("es_conn_timeout") ?? inherited.TotalSeconds;
        if (seconds is > 0 and < 1_000_000)
            return TimeSpan.FromSeconds(seconds);
        reader.Error("es_conn_timeout", "must be a number of seconds greater than zero.", "Correct the value.");
        return inherited;
    }

    private static string? Filled(OptionReader reader, string key) => Filled(reader.TextOrNothing(key));

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
