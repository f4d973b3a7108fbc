using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.PagerDuty;

/// <summary>Holds the options of the <c>pagerduty</c> alerter.</summary>
internal sealed class PagerDutyAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the integration key.</summary>
    public string PagerdutyServiceKey { get; init; } = "";

    /// <summary>Gets the name of the client that PagerDuty shows.</summary>
    public string PagerdutyClientName { get; init; } = "";

    /// <summary>Gets what is done with the incident: <c>trigger</c>, <c>resolve</c> or <c>acknowledge</c>.</summary>
    /// <value>The default is <c>trigger</c>.</value>
    public string PagerdutyEventType { get; init; } = "trigger";

    /// <summary>Gets what joins alerts to one incident; empty opens a new one each time.</summary>
    public required ArgumentText PagerdutyIncidentKey { get; init; }

    /// <summary>Gets whether the second version of the interface is used.</summary>
    /// <value>The default is <see langword="false"/>: <c>v1</c>.</value>
    public bool IsVersion2 { get; init; }

    /// <summary>Gets the class of the event.</summary>
    public required ArgumentText PayloadClass { get; init; }

    /// <summary>Gets the component that the event is about.</summary>
    public required ArgumentText PayloadComponent { get; init; }

    /// <summary>Gets the group of components.</summary>
    public required ArgumentText PayloadGroup { get; init; }

    /// <summary>Gets what the event comes from.</summary>
    /// <value>The default is <c>ElastAlert</c>.</value>
    public required ArgumentText PayloadSource { get; init; }

    /// <summary>Gets how bad it is: <c>critical</c>, <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    /// <value>The default is <c>critical</c>.</value>
    public string PayloadSeverity { get; init; } = "critical";

    /// <summary>Gets the names of details and the paths of the fields that fill them.</summary>
    public OptionMap PayloadCustomDetails { get; init; } = OptionMap.Empty;

    /// <summary>Gets whether the body is among the details.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool PayloadIncludeAllInfo { get; init; } = true;

    /// <summary>Gets how PagerDuty is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static PagerDutyAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        PagerdutyServiceKey = reader.Text("pagerduty_service_key", ""),
        PagerdutyClientName = reader.Text("pagerduty_client_name", ""),
        PagerdutyEventType = reader.Text("pagerduty_event_type", "trigger"),
        PagerdutyIncidentKey = ArgumentText.Read(reader, "pagerduty_incident_key"),
        IsVersion2 = reader.Choice("pagerduty_api_version", "v1", "v1", "v2") == "v2",
        PayloadClass = ArgumentText.Read(reader, "pagerduty_v2_payload_class"),
        PayloadComponent = ArgumentText.Read(reader, "pagerduty_v2_payload_component"),
        PayloadGroup = ArgumentText.Read(reader, "pagerduty_v2_payload_group"),
        PayloadSource = ArgumentText.Read(reader, "pagerduty_v2_payload_source", "ElastAlert"),
        PayloadSeverity = reader.Text("pagerduty_v2_payload_severity", "critical"),
        PayloadCustomDetails = reader.Map("pagerduty_v2_payload_custom_details"),
        PayloadIncludeAllInfo = reader.Flag("pagerduty_v2_payload_include_all_info", true),
        Http = AlerterHttpOptions.Read(reader, "pagerduty_"),
    };
}
