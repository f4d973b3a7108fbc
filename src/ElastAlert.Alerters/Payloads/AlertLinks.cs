namespace ElastAlert.Alerters.Payloads;

/// <summary>Finds what an alert links to.</summary>
internal static class AlertLinks
{
    /// <summary>Returns the link to Kibana's documents of the alert, or <see langword="null"/>.</summary>
    public static string? Kibana(this Alert alert) => Member(alert, "kibana_discover_url");

    /// <summary>Returns the link to OpenSearch's documents of the alert, or <see langword="null"/>.</summary>
    public static string? OpenSearch(this Alert alert) => Member(alert, "opensearch_discover_url");

    /// <summary>Returns the link to the ticket that the <c>jira</c> alerter opened or found, or <see langword="null"/>.</summary>
    public static string? JiraTicket(this Alert alert)
    {
        if (!alert.Receipts.TryGetValue("jira", out var receipt) || !receipt.Values.TryGetValue("jira_ticket", out var ticket))
            return null;
        return $"{receipt.Values.GetValueOrDefault("jira_server")}/browse/{ticket}";
    }

    private static string? Member(Alert alert, string name) =>
        alert.Matches[0].Fields.TryGetMember(name, out var value) ? new Values.FieldValue(value).AsText() is { Length: > 0 } url ? url : null : null;
}
