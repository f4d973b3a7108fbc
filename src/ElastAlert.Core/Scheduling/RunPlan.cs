namespace ElastAlert.Scheduling;

/// <summary>Is the span of a run, cut into the spans of its queries.</summary>
internal sealed record RunPlan
{
    /// <summary>Gets the span of the run; its end is what the run commits.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>Gets the spans of the queries in order.</summary>
    public required IReadOnlyList<PlannedSegment> Segments { get; init; }

    /// <summary>Gets the moment before which later windows do not reach back, or <see langword="null"/>.</summary>
    public DateTimeOffset? MinimumStart { get; init; }

    /// <summary>Gets where the borders of the buckets lie within their interval, or <see langword="null"/> without buckets.</summary>
    public TimeSpan? BucketOffset { get; init; }
}
