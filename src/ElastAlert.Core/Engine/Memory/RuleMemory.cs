using ElastAlert.Alerting;
using ElastAlert.Engine.Seen;

namespace ElastAlert.Engine.Memory;

/// <summary>
/// Is what a rule knows while it is loaded: the last commit, and what the run in progress adds. When anything fails before a commit it is
/// dropped as a whole and read again.
/// </summary>
internal sealed class RuleMemory
{
    /// <summary>Gets the rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Gets the name of its state.</summary>
    public required string StateName { get; init; }

    /// <summary>Gets what its rule type wants.</summary>
    public required RuleTypeNeeds Needs { get; init; }

    /// <summary>Gets the rule type.</summary>
    public required IRuleType RuleType { get; init; }

    /// <summary>Gets what the rule type has left out since the run began.</summary>
    public required SkipLog Skipped { get; init; }

    /// <summary>Gets the documents that were seen.</summary>
    public required SeenLedger Seen { get; init; }

    /// <summary>Gets the silences that the rule has set.</summary>
    public SilenceLog Silences { get; } = new();

    /// <summary>Gets what was decided about matches.</summary>
    public DecisionLog Decisions { get; } = new();

    /// <summary>Gets what is saved of the aggregates.</summary>
    public HeldLog HeldLog { get; } = new();

    /// <summary>Gets or sets the checkpoint.</summary>
    public Checkpoint Checkpoint { get; set; } = new();

    /// <summary>Gets or sets the aggregates.</summary>
    public HeldAggregates Held { get; set; } = HeldAggregates.Empty;

    /// <summary>Gets the matches that wait for the end of the run and are in no part yet.</summary>
    public WaitingMatches Waiting { get; } = new();

    /// <summary>Gets the number of matches that the run has found so far.</summary>
    public long Found => (Checkpoint.Open?.Matches ?? 0) + Waiting.Count;

    /// <summary>Gets the names of the parts that the next commit removes.</summary>
    public List<string> Obsolete { get; } = [];

    /// <summary>Gets or sets the answer to the last seed query while the scan goes on.</summary>
    public RuleInput.Seed? LastSeed { get; set; }

    /// <summary>Gets or sets whether the end was taken from an earlier process and no run has begun since.</summary>
    public bool IsFresh { get; set; } = true;

    /// <summary>Gets or sets whether the rule goes on as it was: its windows and its position are those of its last commit.</summary>
    public bool GoesOn { get; set; }

    /// <summary>Gets or sets the records of the last commit that the history may lack.</summary>
    public IReadOnlyList<HistoryDocument> Unrecorded { get; set; } = [];

    /// <summary>Gets or sets whether the state holds records that were not in the history yet when it was committed.</summary>
    public bool HasRecordPart { get; set; }
}
