namespace ElastAlert;

/// <summary>Is what an alerter delivers: matches with their texts, prepared once; a retry gets the same.</summary>
public sealed record Alert
{
    /// <summary>Gets the id, the same in every retry: rule, commit and ordinal; for an imported alert the id of its document.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what joins the alerts about one thing, for incident systems: the rule and the text of its query key.</summary>
    public required string DedupKey { get; init; }

    /// <summary>Gets the rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Gets the matches, at least one; several when they were aggregated.</summary>
    public required IReadOnlyList<RuleMatch> Matches { get; init; }

    /// <summary>Gets the subject, rendered with the options of the alerter's entry.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the body, rendered with the options of the alerter's entry.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the moment that the alert stands for: when it was decided, or when it was due.</summary>
    public required DateTimeOffset AlertTime { get; init; }

    /// <summary>Gets the receipts of the entries before, by the name of their alerter; of several with one name, the last.</summary>
    public IReadOnlyDictionary<string, AlertReceipt> Receipts { get; init; } = new Dictionary<string, AlertReceipt>();
}
