namespace ElastAlert;

/// <summary>Says what became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>The commit is the state of the rule, now or since an earlier attempt.</summary>
    Committed,

    /// <summary>Another owner has committed: nothing was written, and what is in memory must be dropped and loaded again.</summary>
    Conflict,
}
