using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MsTeams;

/// <summary>Holds the options of the <c>ms_teams</c> alerter.</summary>
internal sealed class MsTeamsAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> MsTeamsWebhookUrl { get; init; } = [];

    /// <summary>Gets the summary that notifications show.</summary>
    /// <value>The default is <c>ElastAlert Message</c>.</value>
    public string MsTeamsAlertSummary { get; init; } = "ElastAlert Message";

    /// <summary>Gets the colour of the card, empty for none.</summary>
    public string MsTeamsThemeColor { get; init; } = "";

    /// <summary>Gets whether the text is shown in letters of one width.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MsTeamsAlertFixedWidth { get; init; }

    /// <summary>Gets how the webhooks are reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static MsTeamsAlerterOptions Read(AlerterOptionReader reader)
    {
        reader.Warn("ms_teams_webhook_url", "belongs to connectors that Microsoft has retired.", "Make a flow in Power Automate and use ms_power_automate.");
        return new MsTeamsAlerterOptions
        {
            MsTeamsWebhookUrl = reader.Urls("ms_teams_webhook_url"),
            MsTeamsAlertSummary = reader.Text("ms_teams_alert_summary", "ElastAlert Message"),
            MsTeamsThemeColor = reader.Text("ms_teams_theme_color", ""),
            MsTeamsAlertFixedWidth = reader.Flag("ms_teams_alert_fixed_width"),
            Http = AlerterHttpOptions.Read(reader, "ms_teams_"),
        };
    }
}
