using System.Globalization;

namespace ElastAlert.Configuration;

/// <summary>Lays the environment variables of the reference over the global configuration; rules keep what they say themselves.</summary>
internal static class EnvironmentOverrides
{
    private static readonly string[] TrueWords = ["true", "on", "ok", "y", "yes", "1"];

    private static readonly (string Variable, string Key, Func<string, SourceLocation, OptionValue> Read)[] Variables =
    [
        ("ES_USE_SSL", "use_ssl", Flag),
        ("ES_BEARER", "es_bearer", OptionValue.Of),
        ("ES_PASSWORD", "es_password", OptionValue.Of),
        ("ES_USERNAME", "es_username", OptionValue.Of),
        ("ES_API_KEY", "es_api_key", OptionValue.Of),
        ("ES_HOST", "es_host", OptionValue.Of),
        ("ES_HOSTS", "es_hosts", Hosts),
        ("ES_PORT", "es_port", Port),
        ("ES_URL_PREFIX", "es_url_prefix", OptionValue.Of),
        ("STATSD_INSTANCE_TAG", "statsd_instance_tag", OptionValue.Of),
        ("STATSD_HOST", "statsd_host", OptionValue.Of),
    ];

    public static OptionMap Apply(OptionMap options, Func<string, string?> environment)
    {
        foreach (var (variable, key, read) in Variables)
        {
            if (environment(variable) is { } text)
                options = options.With(key, read(text, new SourceLocation($"environment variable {variable}", 0, 0)));
        }

        return options;
    }

    private static OptionValue Flag(string text, SourceLocation location) =>
        OptionValue.Of(TrueWords.Contains(text, StringComparer.OrdinalIgnoreCase), location);

    private static OptionValue Hosts(string text, SourceLocation location) => OptionValue.Of(
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(host => OptionValue.Of(host, location))], location);

    private static OptionValue Port(string text, SourceLocation location) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) ? OptionValue.Of(port, location) : OptionValue.Of(text, location);
}
