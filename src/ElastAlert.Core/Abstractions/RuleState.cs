namespace ElastAlert;

/// <summary>Is the state of a rule as its last commit left it.</summary>
public sealed record RuleState
{
    /// <summary>Gets the name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the id of the commit.</summary>
    public required string CommitId { get; init; }

    /// <summary>Gets who runs the rule.</summary>
    public required RuleLease Lease { get; init; }

    /// <summary>Gets the checkpoint: the small part that every commit writes, in the engine's notation.</summary>
    public required ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>Gets the parts, ordered by name.</summary>
    public IReadOnlyList<StatePart> Parts { get; init; } = [];
}
