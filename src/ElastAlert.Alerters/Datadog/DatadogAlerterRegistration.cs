using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Datadog;

/// <summary>Registers the <c>datadog</c> alerter.</summary>
internal static class DatadogAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<DatadogAlerterOptions>
    {
        Name = "datadog",
        Service = "Datadog",
        RequiredOptions = ["datadog_api_key", "datadog_app_key"],
        KnownOptions = ["datadog_proxy", "datadog_timeout", "datadog_ca_certs", "datadog_ignore_ssl_errors"],
        Read = DatadogAlerterOptions.Read,
        Describe = static _ => new AlertInfo("datadog"),
        Create = static (_, options, sender) => new DatadogAlerter(options, sender),
    }.Build();
}
