namespace ElastAlert.Alerters.Jira;

/// <summary>Says when an alert is written below a ticket that is there already.</summary>
internal sealed record JiraBumpOptions
{
    /// <summary>Gets whether a ticket is searched before one is opened.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool JiraBumpTickets { get; init; }

    /// <summary>Gets the member of the match whose text is left out of the title that is searched, or <see langword="null"/>.</summary>
    public string? JiraIgnoreInTitle { get; init; }

    /// <summary>Gets the greatest age of a ticket.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan JiraMaxAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets the only statuses of tickets that are looked at; empty for all.</summary>
    public IReadOnlyList<string> JiraBumpInStatuses { get; init; } = [];

    /// <summary>Gets the statuses of tickets that are not looked at.</summary>
    public IReadOnlyList<string> JiraBumpNotInStatuses { get; init; } = [];

    /// <summary>Gets whether tickets are never opened.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool JiraBumpOnly { get; init; }

    /// <summary>Gets how long a ticket must have been left alone.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan JiraBumpAfterInactivity { get; init; }

    /// <summary>Gets the name of the transition that a ticket then goes through, or <see langword="null"/>.</summary>
    public string? JiraTransitionTo { get; init; }

    /// <summary>Reads the options and finds their problems.</summary>
    public static JiraBumpOptions Read(AlerterOptionReader reader)
    {
        var options = new JiraBumpOptions
        {
            JiraBumpTickets = reader.Flag("jira_bump_tickets"),
            JiraIgnoreInTitle = reader.Text("jira_ignore_in_title"),
            JiraMaxAge = TimeSpan.FromDays(reader.Number("jira_max_age", 30, 0, 36_500)),
            JiraBumpInStatuses = reader.Texts("jira_bump_in_statuses"),
            JiraBumpNotInStatuses = reader.Texts("jira_bump_not_in_statuses"),
            JiraBumpOnly = reader.Flag("jira_bump_only"),
            JiraBumpAfterInactivity = TimeSpan.FromDays(reader.Number("jira_bump_after_inactivity", 0, 0, 36_500)),
            JiraTransitionTo = reader.Text("jira_transition_to"),
        };
        if (options.JiraBumpInStatuses.Count > 0 && options.JiraBumpNotInStatuses.Count > 0)
            reader.Warn("jira_bump_in_statuses", "stands beside jira_bump_not_in_statuses; a ticket must fit both.", "Keep one of them.");
        return options;
    }
}
