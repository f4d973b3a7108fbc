namespace ElastAlert.State.Writeback;

/// <summary>Is the one document that says what the state of a rule is. What no manifest names does not exist.</summary>
internal sealed record Manifest
{
    public const int Schema = 1;

    public required string Rule { get; init; }

    /// <summary>Gets how many commits there were; documents that are written for a commit carry its number.</summary>
    public required long Generation { get; init; }

    public required string CommitId { get; init; }

    public required RuleLease Lease { get; init; }

    public required ReadOnlyMemory<byte> Checkpoint { get; init; }

    public required IReadOnlyDictionary<string, PartLocation> Parts { get; init; }

    /// <summary>Gets the keys of the commits whose alerts have not all been recorded yet; a recorded alert is known to be committed.</summary>
    public required IReadOnlyList<string> Batches { get; init; }

    public string RuleKey => DocumentKey.Of(Rule);
}
