using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Iris;

/// <summary>Holds the options of the <c>iris</c> alerter.</summary>
internal sealed class IrisAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the host, without scheme; with its port, where that is not 443.</summary>
    public string Host { get; init; } = "";

    /// <summary>Gets the token.</summary>
    public string ApiToken { get; init; } = "";

    /// <summary>Gets whether cases are opened instead of alerts.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool OpensCases { get; init; }

    /// <summary>Gets the customer.</summary>
    /// <value>The default is 1.</value>
    public int CustomerId { get; init; } = 1;

    /// <summary>Gets the description, or <see langword="null"/> for the body.</summary>
    public string? Description { get; init; }

    /// <summary>Gets whether an alert is dated from its first match instead of its sending.</summary>
    public bool OverwriteTimestamp { get; init; }

    /// <summary>Gets the template of cases, or <see langword="null"/> for none.</summary>
    public OptionValue? CaseTemplateId { get; init; }

    /// <summary>Gets the note.</summary>
    public string? AlertNote { get; init; }

    /// <summary>Gets where alerts come from.</summary>
    /// <value>The default is <c>ElastAlert2</c>.</value>
    public string AlertSource { get; init; } = "ElastAlert2";

    /// <summary>Gets the tags, joined with commas.</summary>
    public string? AlertTags { get; init; }

    /// <summary>Gets the status, from 1 to 7.</summary>
    /// <value>The default is 2, new.</value>
    public int AlertStatusId { get; init; } = 2;

    /// <summary>Gets a link to where the alert comes from.</summary>
    public string? AlertSourceLink { get; init; }

    /// <summary>Gets the severity, from 1 to 6.</summary>
    /// <value>The default is 1, medium.</value>
    public int AlertSeverityId { get; init; } = 1;

    /// <summary>Gets what else is said: names, and the fields or options that hold the values.</summary>
    public OptionMap AlertContext { get; init; } = OptionMap.Empty;

    /// <summary>Gets the indicators of compromise; <c>ioc_value</c> is the path of a field.</summary>
    public IReadOnlyList<OptionMap> Iocs { get; init; } = [];

    /// <summary>Gets how IRIS is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static IrisAlerterOptions Read(AlerterOptionReader reader)
    {
        var host = reader.Text("iris_host", "");
        if (host.Contains("://", StringComparison.Ordinal))
            reader.Error("iris_host", "must be a host without scheme: https:// is put in front of it.", "Remove the scheme.");
        return new IrisAlerterOptions
        {
            Host = host,
            ApiToken = reader.Text("iris_api_token", ""),
            OpensCases = reader.Choice("iris_type", "alert", "alert", "case") == "case",
            CustomerId = reader.Number("iris_customer_id", 1),
            Description = reader.Text("iris_description"),
            OverwriteTimestamp = reader.Flag("iris_overwrite_timestamp"),
            CaseTemplateId = reader.Value("iris_case_template_id"),
            AlertNote = reader.Text("iris_alert_note"),
            AlertSource = reader.Text("iris_alert_source", "ElastAlert2"),
            AlertTags = reader.Text("iris_alert_tags"),
            AlertStatusId = reader.Number("iris_alert_status_id", 2, 1, 7),
            AlertSourceLink = reader.Text("iris_alert_source_link"),
            AlertSeverityId = reader.Number("iris_alert_severity_id", 1, 1, 6),
            AlertContext = reader.Map("iris_alert_context"),
            Iocs = reader.Maps("iris_iocs"),
            Http = AlerterHttpOptions.Read(reader, "iris_"),
        };
    }
}
