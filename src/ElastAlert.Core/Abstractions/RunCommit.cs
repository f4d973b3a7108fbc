namespace ElastAlert;

/// <summary>Is everything that one run, or one segment of it, changes. Nothing else of a run writes anything.</summary>
public sealed record RunCommit
{
    /// <summary>Gets the name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the id, random for each commit and the same when it is repeated.</summary>
    public required string CommitId { get; init; }

    /// <summary>Gets the id of the commit that this one builds on, or <see langword="null"/> for the first of the rule.</summary>
    public required string? PreviousCommitId { get; init; }

    /// <summary>Gets the lease that the commit takes or renews.</summary>
    public required RuleLease Lease { get; init; }

    /// <summary>Gets the new checkpoint.</summary>
    public required ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>Gets the parts that changed; one with empty content is removed.</summary>
    public IReadOnlyList<StatePart> Parts { get; init; } = [];

    /// <summary>Gets the alerts that are due, prepared, with an entry for each channel.</summary>
    public IReadOnlyList<OutboxAlert> Alerts { get; init; } = [];
}
