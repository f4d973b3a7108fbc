using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;

namespace ElastAlert.Alerters.Alerta;

/// <summary>Holds the options of the <c>alerta</c> alerter; texts have placeholders for fields of the first match.</summary>
internal sealed class AlertaAlerterOptions : IHttpAlerterOptions
{
    private static readonly PlaceholderText Default = new("elastalert");

    /// <summary>Gets the address of the interface.</summary>
    public string ApiUrl { get; init; } = "";

    /// <summary>Gets the key, or <see langword="null"/> for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets whether the value of the query key, where there is one, is the resource.</summary>
    public bool UseQkAsResource { get; init; }

    /// <summary>Gets whether an alert is dated from its match instead of its sending.</summary>
    public bool UseMatchTimestamp { get; init; }

    /// <summary>Gets what stands for a field that is not there; in the severity it is always the common text.</summary>
    public string MissingText { get; init; } = ArgumentValues.MissingText;

    /// <summary>Gets the severity.</summary>
    /// <value>The default is <c>warning</c>.</value>
    public PlaceholderText Severity { get; init; } = new("warning");

    /// <summary>Gets the seconds after which Alerta lets an alert expire.</summary>
    /// <value>The default is 86,400.</value>
    public int Timeout { get; init; } = 86_400;

    /// <summary>Gets the type.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public string Type { get; init; } = "elastalert";

    /// <summary>Gets the resource.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public PlaceholderText Resource { get; init; } = Default;

    /// <summary>Gets the origin.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public PlaceholderText Origin { get; init; } = Default;

    /// <summary>Gets the event, or <see langword="null"/> for the name of the rule and the value of its query key.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public PlaceholderText? Event { get; init; } = Default;

    /// <summary>Gets the text, or <see langword="null"/> for what the rule type says about the match.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public PlaceholderText? Text { get; init; } = Default;

    /// <summary>Gets the environment.</summary>
    /// <value>The default is <c>Production</c>.</value>
    public PlaceholderText Environment { get; init; } = new("Production");

    /// <summary>Gets the group.</summary>
    public PlaceholderText Group { get; init; } = new("");

    /// <summary>Gets the value.</summary>
    public PlaceholderText Value { get; init; } = new("");

    /// <summary>Gets the services.</summary>
    /// <value>The default is <c>elastalert</c> alone.</value>
    public IReadOnlyList<PlaceholderText> Service { get; init; } = [Default];

    /// <summary>Gets the tags.</summary>
    public IReadOnlyList<PlaceholderText> Tags { get; init; } = [];

    /// <summary>Gets the events that belong together.</summary>
    public IReadOnlyList<PlaceholderText> Correlate { get; init; } = [];

    /// <summary>Gets the attributes: their names and values.</summary>
    public IReadOnlyList<(string Name, PlaceholderText Value)> Attributes { get; init; } = [];

    /// <summary>Gets how Alerta is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static AlertaAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        ApiUrl = reader.Url("alerta_api_url"),
        ApiKey = reader.Text("alerta_api_key") is { Length: > 0 } key ? key : null,
        UseQkAsResource = reader.Flag("alerta_use_qk_as_resource"),
        UseMatchTimestamp = reader.Flag("alerta_use_match_timestamp"),
        MissingText = reader.Text("alert_missing_value", ArgumentValues.MissingText),
        Severity = Template(reader, "alerta_severity", "warning"),
        Timeout = reader.Number("alerta_timeout", 86_400),
        Type = reader.Text("alerta_type", "elastalert"),
        Resource = Template(reader, "alerta_resource", "elastalert"),
        Origin = Template(reader, "alerta_origin", "elastalert"),
        Event = TemplateUnlessEmpty(reader, "alerta_event"),
        Text = TemplateUnlessEmpty(reader, "alerta_text"),
        Environment = Template(reader, "alerta_environment", "Production"),
        Group = Template(reader, "alerta_group", ""),
        Value = Template(reader, "alerta_value", ""),
        Service = reader.Value("alerta_service") is null ? [Default] : Templates(reader, "alerta_service"),
        Tags = Templates(reader, "alerta_tags"),
        Correlate = Templates(reader, "alerta_correlate"),
        Attributes = AttributesOf(reader),
        Http = AlerterHttpOptions.Read(reader, "alerta_api_") with { IgnoreSslErrors = reader.Flag("alerta_api_skip_ssl") },
    };

    private static PlaceholderText Template(AlerterOptionReader reader, string key, string defaultText) => new(reader.Text(key, defaultText));

    private static PlaceholderText? TemplateUnlessEmpty(AlerterOptionReader reader, string key) =>
        reader.Text(key, "elastalert") is { Length: > 0 } text ? new PlaceholderText(text) : null;

    private static IReadOnlyList<PlaceholderText> Templates(AlerterOptionReader reader, string key) =>
        [.. reader.Texts(key).Select(static text => new PlaceholderText(text))];

    private static IReadOnlyList<(string Name, PlaceholderText Value)> AttributesOf(AlerterOptionReader reader)
    {
        var names = reader.Texts("alerta_attributes_keys");
        var values = Templates(reader, "alerta_attributes_values");
        if (names.Count != values.Count)
            reader.Warn("alerta_attributes_keys", $"has {names.Count} names for {values.Count} values in alerta_attributes_values; those without a partner are left out.", "Write one value for each name.");
        return [.. names.Zip(values)];
    }
}
