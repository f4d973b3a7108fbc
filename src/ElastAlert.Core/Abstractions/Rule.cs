namespace ElastAlert;

/// <summary>
/// Is one rule, read, merged with its imports and the global defaults, and checked. It never changes; a changed file gives a new rule.
/// </summary>
public sealed record Rule
{
    /// <summary>Gets the name: the identity of the rule in status documents, silences, logs and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the rule type, such as <c>frequency</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets whether the rule is to run.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Gets the description that alerts and records carry.</summary>
    public string Description { get; init; } = "";

    /// <summary>Gets the owner that alerts and records carry.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Gets the category that alerts and records carry.</summary>
    public string Category { get; init; } = "";

    /// <summary>Gets the priority that alerts and records carry.</summary>
    /// <value>The default is 2.</value>
    public int Priority { get; init; } = 2;

    /// <summary>Gets which documents the rule looks at, and how they are asked for.</summary>
    public required RuleQuery Query { get; init; }

    /// <summary>Gets how moments are written in the documents.</summary>
    public RuleTimestamp Timestamp { get; init; } = new();

    /// <summary>Gets when the rule runs, and over which spans.</summary>
    public required RuleSchedule Schedule { get; init; }

    /// <summary>Gets how matches become alerts.</summary>
    public RuleAlerting Alerting { get; init; } = new();

    /// <summary>Gets the entries of <c>alert</c> in the order they are delivered (<c>jira</c> first).</summary>
    public IReadOnlyList<AlerterEntry> Alerters { get; init; } = [];

    /// <summary>Gets the cluster that the rule asks.</summary>
    public required ConnectionOptions Connection { get; init; }

    /// <summary>Gets every option as written, after imports and global defaults: what rule types, alerters and templates read.</summary>
    /// <remarks>
    /// References (<c>$option$</c>) are resolved. A list of query or aggregation keys is joined, and the list stands in <c>compound_query_key</c>
    /// or <c>compound_aggregation_key</c>.
    /// </remarks>
    public OptionMap Options { get; init; } = OptionMap.Empty;

    /// <summary>Gets where the rule was read from.</summary>
    public SourceLocation Source { get; init; }

    /// <summary>Gets what tells two versions of the rule apart: equal fingerprints are equal rules.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Returns the name of the rule; options may hold secrets.</summary>
    public override string ToString() => Name;
}
