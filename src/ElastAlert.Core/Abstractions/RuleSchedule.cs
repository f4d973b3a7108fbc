namespace ElastAlert;

/// <summary>Says when a rule runs, and over which spans of time.</summary>
public sealed record RuleSchedule
{
    /// <summary>Gets the time between two runs.</summary>
    public required TimeSpan RunEvery { get; init; }

    /// <summary>Gets how far a run looks back.</summary>
    public required TimeSpan BufferTime { get; init; }

    /// <summary>Gets how far the end of a window lies before now.</summary>
    public TimeSpan QueryDelay { get; init; }

    /// <summary>Gets the window of the rule type, or <see langword="null"/>.</summary>
    public TimeSpan? Timeframe { get; init; }

    /// <summary>Gets whether the first run covers the whole <see cref="Timeframe"/>.</summary>
    public bool ScanEntireTimeframe { get; init; }

    /// <summary>Gets the cron expression of the minutes in which the rule may run, or <see langword="null"/>.</summary>
    public string? LimitExecution { get; init; }

    /// <summary>Gets whether the time outside <see cref="LimitExecution"/> is left out, not caught up.</summary>
    public bool LimitExecutionCoverage { get; init; }

    /// <summary>Gets the greatest age of a stored end that is resumed.</summary>
    /// <value>The default is one week.</value>
    public TimeSpan OldQueryLimit { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Gets the width of the buckets of an aggregation query, or <see langword="null"/> for one bucket a window.</summary>
    public TimeSpan? BucketInterval { get; init; }

    /// <summary>Gets whether windows begin on a border of <see cref="BucketInterval"/>.</summary>
    public bool SyncBucketInterval { get; init; }

    /// <summary>Gets whether an aggregation query has windows of <see cref="RunEvery"/> instead of <see cref="BufferTime"/>.</summary>
    public bool UseRunEveryQuerySize { get; init; }

    /// <summary>Gets whether a resumed aggregation window overlaps what was queried before.</summary>
    public bool AllowBufferTimeOverlap { get; init; }
}
