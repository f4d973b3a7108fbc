namespace ElastAlert.Scheduling;

/// <summary>Is what the next window depends on.</summary>
internal sealed record WindowPosition
{
    /// <summary>Gets the position of a rule that never ran.</summary>
    public static WindowPosition None { get; } = new();

    /// <summary>Gets the committed end, or <see langword="null"/>.</summary>
    public DateTimeOffset? CommittedEnd { get; init; }

    /// <summary>Gets the end that another ElastAlert left behind and no run has gone on from yet, or <see langword="null"/>.</summary>
    public DateTimeOffset? ResumeFrom { get; init; }

    /// <summary>Gets the moment before which windows do not reach back, or <see langword="null"/>.</summary>
    public DateTimeOffset? MinimumStart { get; init; }

    /// <summary>Gets where the borders of the buckets lie within their interval, or <see langword="null"/> before the first run.</summary>
    public TimeSpan? BucketOffset { get; init; }
}
