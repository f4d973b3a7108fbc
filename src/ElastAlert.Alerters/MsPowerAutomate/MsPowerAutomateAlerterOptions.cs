using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MsPowerAutomate;

/// <summary>Holds the options of the <c>ms_power_automate</c> alerter.</summary>
internal sealed class MsPowerAutomateAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets the field whose text names the webhooks instead, or <see langword="null"/>.</summary>
    public string? WebhookUrlFromField { get; init; }

    /// <summary>Gets the hosts that such a field may name; empty for any.</summary>
    public IReadOnlyList<string> WebhookUrlHosts { get; init; } = [];

    /// <summary>Gets the heading, or <see langword="null"/> for the subject.</summary>
    public string? AlertSummary { get; init; }

    /// <summary>Gets the size of the heading.</summary>
    /// <value>The default is <c>large</c>.</value>
    public string SummaryTextSize { get; init; } = "large";

    /// <summary>Gets the size of the text, empty for the card's own.</summary>
    public string BodyTextSize { get; init; } = "";

    /// <summary>Gets the facts below the text, or <see langword="null"/> for no table of facts.</summary>
    public IReadOnlyList<OptionMap>? AlertFacts { get; init; }

    /// <summary>Gets whether Teams shows the card in its full width.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool TeamsCardWidthFull { get; init; }

    /// <summary>Gets the button that opens Kibana.</summary>
    public required CardLink KibanaDiscover { get; init; }

    /// <summary>Gets the button that opens OpenSearch Dashboards.</summary>
    public required CardLink OpenSearchDiscover { get; init; }

    /// <summary>Gets how the webhooks are reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static MsPowerAutomateAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("ms_power_automate_webhook_url"),
        WebhookUrlFromField = reader.Text("ms_power_automate_webhook_url_from_field"),
        WebhookUrlHosts = reader.Texts("ms_power_automate_webhook_url_hosts"),
        AlertSummary = reader.Text("ms_power_automate_alert_summary"),
        SummaryTextSize = reader.Text("ms_power_automate_summary_text_size", "large"),
        BodyTextSize = reader.Text("ms_power_automate_body_text_size", ""),
        AlertFacts = reader.Value("ms_power_automate_alert_facts") is null ? null : reader.Maps("ms_power_automate_alert_facts"),
        TeamsCardWidthFull = reader.Flag("ms_power_automate_teams_card_width_full"),
        KibanaDiscover = CardLink.Read(reader, "kibana_discover", "Discover in Kibana"),
        OpenSearchDiscover = CardLink.Read(reader, "opensearch_discover", "Discover in opensearch"),
        Http = AlerterHttpOptions.Read(reader, "ms_power_automate_"),
    };
}
