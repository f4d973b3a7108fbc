using ElastAlert.Alerting;
using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Commits;

/// <summary>Is what a step of a rule changes, besides what is in its memory.</summary>
internal sealed record CommitContent
{
    /// <summary>Gets the id of the commit.</summary>
    public required string CommitId { get; init; }

    /// <summary>Gets the moment of the step.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the checkpoint, without what follows from the memory.</summary>
    public required Checkpoint Checkpoint { get; init; }

    /// <summary>Gets the aggregates.</summary>
    public required HeldAggregates Held { get; init; }

    /// <summary>Gets the silences that were set.</summary>
    public IReadOnlyCollection<Silence> Silences { get; init; } = [];

    /// <summary>Gets the decisions about matches.</summary>
    public IReadOnlyList<MatchDecision> Decisions { get; init; } = [];

    /// <summary>Gets the alerts.</summary>
    public IReadOnlyList<OutboxAlert> Alerts { get; init; } = [];

    /// <summary>Gets the records for the history.</summary>
    public IReadOnlyList<HistoryDocument> Records { get; init; } = [];
}
