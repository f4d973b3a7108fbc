using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Jira;

/// <summary>Holds the options of the <c>jira</c> alerter.</summary>
internal sealed class JiraAlerterOptions : IHttpAlerterOptions
{
    // Options with a meaning of their own; every other one that begins with jira_ fills the field of its name.
    private static readonly HashSet<string> KnownOptions =
    [
        "jira_server", "jira_account_file", "jira_project", "jira_issuetype", "jira_parent", "jira_assignee", "jira_components", "jira_component",
        "jira_labels", "jira_label", "jira_description", "jira_priority", "jira_watchers", "jira_bump_tickets", "jira_ignore_in_title",
        "jira_max_age", "jira_bump_in_statuses", "jira_bump_not_in_statuses", "jira_bump_only", "jira_bump_after_inactivity",
        "jira_transition_to", "jira_timeout", "jira_proxy", "jira_ca_certs", "jira_ignore_ssl_errors", "jira_proxy_login", "jira_proxy_pass",
    ];

    /// <summary>Gets the address of Jira.</summary>
    public string JiraServer { get; init; } = "";

    /// <summary>Gets the file that holds a key, or user and password.</summary>
    public string JiraAccountFile { get; init; } = "";

    /// <summary>Gets the key of the project.</summary>
    public string JiraProject { get; init; } = "";

    /// <summary>Gets the name of the kind of issue.</summary>
    public string JiraIssuetype { get; init; } = "";

    /// <summary>Gets the key of the parent issue, or <see langword="null"/>.</summary>
    public string? JiraParent { get; init; }

    /// <summary>Gets who the ticket is given to, or <see langword="null"/>.</summary>
    public string? JiraAssignee { get; init; }

    /// <summary>Gets the names of the components.</summary>
    public IReadOnlyList<string> JiraComponents { get; init; } = [];

    /// <summary>Gets the labels.</summary>
    public IReadOnlyList<string> JiraLabels { get; init; } = [];

    /// <summary>Gets the place in the server's list of priorities, counted from 0, or <see langword="null"/>.</summary>
    public int? JiraPriority { get; init; }

    /// <summary>Gets who watches the ticket.</summary>
    public IReadOnlyList<string> JiraWatchers { get; init; } = [];

    /// <summary>Gets what is searched for before a ticket is opened.</summary>
    public JiraBumpOptions Bump { get; init; } = new();

    /// <summary>Gets the fields that are filled by name: the name without <c>jira_</c>, and the value.</summary>
    public IReadOnlyList<KeyValuePair<string, OptionValue>> Fields { get; init; } = [];

    /// <summary>Gets how Jira is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static JiraAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        JiraServer = reader.Url("jira_server").TrimEnd('/'),
        JiraAccountFile = reader.Text("jira_account_file", ""),
        JiraProject = reader.Text("jira_project", ""),
        JiraIssuetype = reader.Text("jira_issuetype", ""),
        JiraParent = reader.Text("jira_parent"),
        JiraAssignee = reader.Text("jira_assignee"),
        JiraComponents = Plural(reader, "jira_components", "jira_component"),
        JiraLabels = Plural(reader, "jira_labels", "jira_label"),
        JiraPriority = reader.Value("jira_priority") is null ? null : reader.Number("jira_priority", 0),
        JiraWatchers = reader.Texts("jira_watchers"),
        Bump = JiraBumpOptions.Read(reader),
        Fields =
        [
            .. reader.Entry.Options
                .Where(static option => option.Key.StartsWith("jira_", StringComparison.Ordinal) && !KnownOptions.Contains(option.Key))
                .Select(static option => KeyValuePair.Create(option.Key["jira_".Length..], option.Value)),
        ],
        Http = AlerterHttpOptions.Read(reader, "jira_"),
    };

    private static IReadOnlyList<string> Plural(AlerterOptionReader reader, string plural, string singular) =>
        reader.Value(plural) is null ? reader.Texts(singular) : reader.Texts(plural);
}
