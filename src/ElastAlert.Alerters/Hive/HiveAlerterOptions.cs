using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Hive;

/// <summary>Holds the options of the <c>hivealerter</c> alerter.</summary>
internal sealed class HiveAlerterOptions : IHttpAlerterOptions
{
    private const string ConfigKey = "hive_alert_config";

    /// <summary>Gets the host, with its scheme.</summary>
    /// <value>The default is <c>http://localhost</c>.</value>
    public string Host { get; init; } = "http://localhost";

    /// <summary>Gets the port.</summary>
    /// <value>The default is 9000.</value>
    public string Port { get; init; } = "9000";

    /// <summary>Gets the key.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Gets the members of alerts that are sent as they are written.</summary>
    public OptionMap Members { get; init; } = OptionMap.Empty;

    /// <summary>Gets the members that have placeholders.</summary>
    public IReadOnlyList<HiveText> Texts { get; init; } = [];

    /// <summary>Gets the tags: paths of fields, names of options, or tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the custom fields.</summary>
    public HiveCustomFields CustomFields { get; init; } = HiveCustomFields.None;

    /// <summary>Gets what is observable in a match.</summary>
    public IReadOnlyList<HiveObservable> Observables { get; init; } = [];

    /// <summary>Gets how TheHive is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static HiveAlerterOptions Read(AlerterOptionReader reader)
    {
        var connection = reader.Map("hive_connection");
        var config = reader.Map(ConfigKey);
        foreach (var required in (string[])["type", "source"])
        {
            if (!config.ContainsKey(required))
                reader.Error(ConfigKey, $"has no {required}, which TheHive needs.", $"Add {required}: elastalert, or what you like.");
        }

        return new HiveAlerterOptions
        {
            Host = connection.Text("hive_host") ?? "http://localhost",
            Port = connection.GetValueOrDefault("hive_port")?.Value?.ToString() ?? "9000",
            ApiKey = connection.Text("hive_apikey") ?? "",
            Texts = HiveText.ReadAll(reader, ConfigKey, config),
            Tags = config.Texts("tags"),
            CustomFields = HiveCustomFields.Read(reader, ConfigKey, config),
            Observables = [.. reader.Maps("hive_observable_data_mapping").Select(HiveObservable.Read).OfType<HiveObservable>()],
            Members = HiveText.Names.Aggregate(
                config.Without("tags").Without("customFields"),
                static (members, name) => members.Without(name + "_args").Without(name + "_missing_value")),
            Http = HttpOf(connection),
        };
    }

    // Without hive_proxies those of the environment are left out too, as in the reference.
    private static AlerterHttpOptions HttpOf(OptionMap connection)
    {
        var proxies = connection.TryGetValue("hive_proxies", out var written) ? written.Members : null;
        var verify = connection.GetValueOrDefault("hive_verify")?.Value;
        return new AlerterHttpOptions
        {
            Proxy = proxies is null ? "" : proxies.Text("https"),
            PlainProxy = proxies is null ? "" : proxies.Text("http"),
            CaCerts = verify as string,
            IgnoreSslErrors = verify is false,
        };
    }
}
