using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Memory;

/// <summary>Is the small part of a rule's state that every commit writes.</summary>
internal sealed record Checkpoint
{
    /// <summary>The version that this engine writes; it reads that and older ones.</summary>
    public const int CurrentVersion = 2;

    /// <summary>Gets the version of the notation.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Gets what tells apart versions of the rule whose windows do not fit each other.</summary>
    public string Detection { get; init; } = "";

    /// <summary>Gets the committed end, or <see langword="null"/>.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Gets the end that another ElastAlert left behind and no run has gone on from yet, or <see langword="null"/>.</summary>
    public DateTimeOffset? ResumeFrom { get; init; }

    /// <summary>Gets the moment before which windows do not reach back, or <see langword="null"/>.</summary>
    public DateTimeOffset? MinimumStart { get; init; }

    /// <summary>Gets where the borders of buckets lie within their interval, or <see langword="null"/>.</summary>
    public TimeSpan? BucketOffset { get; init; }

    /// <summary>Gets whether the windows of the rule type are those of the committed end.</summary>
    public bool IsWarm { get; init; }

    /// <summary>Gets the run that is not finished, or <see langword="null"/>.</summary>
    public OpenRun? Open { get; init; }

    /// <summary>Gets the spans of hits of which only a part was answered; they are asked for again.</summary>
    public IReadOnlyList<IncompleteSpan> Incomplete { get; init; } = [];

    /// <summary>Gets how far the searches before the first run are, or <see langword="null"/> where there are none.</summary>
    public SeedProgress? Seed { get; init; }

    /// <summary>Gets the aggregates of a checkpoint of version 1, the one joined last at the end; since version 2 they are in parts.</summary>
    public IReadOnlyList<HeldHead> Held { get; init; } = [];

    /// <summary>Gets the documents that were taken over from an earlier ElastAlert and are still to be removed from its indices.</summary>
    public IReadOnlyList<ImportedDocument> Imported { get; init; } = [];

    /// <summary>Gets the number of the next part.</summary>
    public long NextPart { get; init; }

    /// <summary>Returns what the next window depends on.</summary>
    public WindowPosition ToPosition() => new()
    {
        CommittedEnd = End,
        ResumeFrom = ResumeFrom,
        MinimumStart = MinimumStart,
        BucketOffset = BucketOffset,
    };
}
