using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Alertmanager;

/// <summary>Holds the options of the <c>alertmanager</c> alerter.</summary>
internal sealed class AlertmanagerAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the addresses.</summary>
    public IReadOnlyList<string> AlertmanagerHosts { get; init; } = [];

    /// <summary>Gets the version of the interface: <c>v1</c> or <c>v2</c>.</summary>
    /// <value>The default is <c>v1</c>, which Alertmanager has known until 0.26.</value>
    public string AlertmanagerApiVersion { get; init; } = "v1";

    /// <summary>Gets the name of the alert, or <see langword="null"/> for that of the rule.</summary>
    public string? AlertmanagerAlertname { get; init; }

    /// <summary>Gets the labels: texts are templates, <c>{field: path}</c> is looked up.</summary>
    public required TemplateMap AlertmanagerLabels { get; init; }

    /// <summary>Gets the annotations, written as the labels.</summary>
    public required TemplateMap AlertmanagerAnnotations { get; init; }

    /// <summary>Gets labels and the paths of the fields that fill them.</summary>
    public OptionMap AlertmanagerFields { get; init; } = OptionMap.Empty;

    /// <summary>Gets the annotation that holds the subject.</summary>
    /// <value>The default is <c>summary</c>.</value>
    public string AlertSubjectLabelname { get; init; } = "summary";

    /// <summary>Gets the annotation that holds the body.</summary>
    /// <value>The default is <c>description</c>.</value>
    public string AlertTextLabelname { get; init; } = "description";

    /// <summary>Gets how long after now the alert ends, or <see langword="null"/> when Alertmanager decides.</summary>
    public TimeSpan? AlertmanagerResolveTime { get; init; }

    /// <summary>Gets the user of basic authentication, or <see langword="null"/>.</summary>
    public string? BasicAuthLogin { get; init; }

    /// <summary>Gets the password of basic authentication.</summary>
    public string BasicAuthPassword { get; init; } = "";

    /// <summary>Gets how the hosts are reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static AlertmanagerAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        AlertmanagerHosts = reader.Urls("alertmanager_hosts"),
        AlertmanagerApiVersion = reader.Choice("alertmanager_api_version", "v1", "v1", "v2"),
        AlertmanagerAlertname = reader.Text("alertmanager_alertname"),
        AlertmanagerLabels = TemplateMap.Read(reader, "alertmanager_labels"),
        AlertmanagerAnnotations = TemplateMap.Read(reader, "alertmanager_annotations"),
        AlertmanagerFields = reader.Map("alertmanager_fields"),
        AlertSubjectLabelname = reader.Text("alertmanager_alert_subject_labelname", "summary"),
        AlertTextLabelname = reader.Text("alertmanager_alert_text_labelname", "description"),
        AlertmanagerResolveTime = ResolveTime(reader),
        BasicAuthLogin = reader.Text("alertmanager_basic_auth_login"),
        BasicAuthPassword = reader.Text("alertmanager_basic_auth_password", ""),
        Http = AlerterHttpOptions.Read(reader, "alertmanager_", TimeSpan.FromSeconds(10)),
    };

    private static TimeSpan? ResolveTime(AlerterOptionReader reader)
    {
        if (reader.Value("alertmanager_resolve_time") is null)
            return null;
        var total = TimeSpan.Zero;
        foreach (var (unit, value) in reader.Map("alertmanager_resolve_time"))
        {
            double? amount = value.Value switch { long whole => whole, double real => real, _ => null };
            if (amount is null || Unit(unit) is not { } length)
                reader.Error("alertmanager_resolve_time", $"has '{unit}', which is no duration.", "Write units and numbers, such as 'minutes: 10'.");
            else
                total += length * amount.Value;
        }

        return total;
    }

    private static TimeSpan? Unit(string name) => name switch
    {
        "weeks" => TimeSpan.FromDays(7),
        "days" => TimeSpan.FromDays(1),
        "hours" => TimeSpan.FromHours(1),
        "minutes" => TimeSpan.FromMinutes(1),
        "seconds" => TimeSpan.FromSeconds(1),
        "milliseconds" => TimeSpan.FromMilliseconds(1),
        _ => null,
    };
}
