using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.FlashDuty;

/// <summary>Holds the options of the <c>flashduty</c> alerter.</summary>
internal sealed class FlashDutyAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the integration key.</summary>
    public string IntegrationKey { get; init; } = "";

    /// <summary>Gets the title.</summary>
    /// <value>The default is <c>ElastAlert Alert</c>.</value>
    public string Title { get; init; } = "ElastAlert Alert";

    /// <summary>Gets how bad it is: <c>Info</c>, <c>Warning</c>, <c>Critical</c> or <c>Ok</c>.</summary>
    /// <value>The default is <c>Info</c>.</value>
    public string EventStatus { get; init; } = "Info";

    /// <summary>Gets what joins alerts.</summary>
    public string? AlertKey { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the label <c>check</c>.</summary>
    public string? Check { get; init; }

    /// <summary>Gets the label <c>service</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Gets the label <c>cluster</c>.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the label <c>resource</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>Gets the label <c>metric</c>.</summary>
    public string? Metric { get; init; }

    /// <summary>Gets the label <c>group</c>.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the label <c>env</c>.</summary>
    public string? Env { get; init; }

    /// <summary>Gets the label <c>app</c>.</summary>
    public string? App { get; init; }

    /// <summary>Gets how FlashDuty is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static FlashDutyAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        IntegrationKey = reader.Text("flashduty_integration_key", ""),
        Title = reader.Text("flashduty_title", "ElastAlert Alert"),
        EventStatus = reader.Text("flashduty_event_status", "Info"),
        AlertKey = reader.Text("flashduty_alert_key"),
        Description = reader.Text("flashduty_description"),
        Check = reader.Text("flashduty_check"),
        Service = reader.Text("flashduty_service"),
        Cluster = reader.Text("flashduty_cluster"),
        Resource = reader.Text("flashduty_resource"),
        Metric = reader.Text("flashduty_metric"),
        Group = reader.Text("flashduty_group"),
        Env = reader.Text("flashduty_env"),
        App = reader.Text("flashduty_app"),
        Http = AlerterHttpOptions.Read(reader, "flashduty_"),
    };
}
