using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Datadog;

/// <summary>Holds the options of the <c>datadog</c> alerter.</summary>
internal sealed class DatadogAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the key.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Gets the key of the application.</summary>
    public string AppKey { get; init; } = "";

    /// <summary>Gets the address of the interface.</summary>
    /// <value>The default is <c>https://api.datadoghq.com/api/v1/events</c>.</value>
    public string ApiUrl { get; init; } = "https://api.datadoghq.com/api/v1/events";

    /// <summary>Gets how Datadog is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static DatadogAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        ApiKey = reader.Text("datadog_api_key", ""),
        AppKey = reader.Text("datadog_app_key", ""),
        ApiUrl = reader.Text("datadog_api_url", "https://api.datadoghq.com/api/v1/events"),
        Http = AlerterHttpOptions.Read(reader, "datadog_"),
    };
}
