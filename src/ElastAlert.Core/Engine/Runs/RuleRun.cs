using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Reading;

namespace ElastAlert.Engine.Runs;

/// <summary>Is a run of a rule on its way: what it works on, what it counts, and what its commits say.</summary>
/// <param name="memory">The memory of the rule.</param>
/// <param name="request">The run.</param>
/// <param name="time">The clock, for how long the run takes.</param>
internal sealed class RuleRun(RuleMemory memory, RunRequest request, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>Gets the memory of the rule.</summary>
    public RuleMemory Memory => memory;

    /// <summary>Gets the run.</summary>
    public RunRequest Request => request;

    /// <summary>Gets what the run counts.</summary>
    public RunTotals Totals { get; } = new(request);

    /// <summary>Gets the saved matches that are not decided.</summary>
    public IReadOnlyList<WaitingGroup> Waiting => memory.Checkpoint.Open?.Waiting ?? [];

    /// <summary>Gets the sizes of what is not decided: of what is saved, and of what is not.</summary>
    public IEnumerable<(long Matches, long Bytes)> Undecided =>
        Waiting.Select(static group => ((long)group.Matches, group.Bytes)).Append((memory.Waiting.Count, memory.Waiting.Bytes));

    /// <summary>Gets whether everything was read, and the matches are being decided group by group.</summary>
    public bool IsDeciding => memory.Checkpoint.Open is { IsDeciding: true };

    private TimeWindow Window => new(request.Continues?.Start ?? request.Plan.Window.Start, request.Plan.Window.End);

    /// <summary>Returns a commit of what was read so far.</summary>
    /// <param name="next">The moment up to which everything was read.</param>
    /// <param name="hits">The hits up to it.</param>
    public CommitContent Progress(DateTimeOffset next, long hits) =>
        Commit(Advanced(next) with { Open = Open(next, hits) });

    /// <summary>Returns a commit that says that everything was read, and that the matches are decided group by group.</summary>
    public CommitContent AllRead() =>
        Commit(Advanced(Window.End) with { Open = Open(Window.End, Totals.Hits) with { IsDeciding = true } });

    /// <summary>Returns a commit of the decisions about saved matches, which are removed, while others are left.</summary>
    /// <param name="groups">Those that are decided.</param>
    public CommitContent Decided(IReadOnlyList<WaitingGroup> groups)
    {
        memory.Obsolete.AddRange(groups.SelectMany(static group => group.PartNames()));
        return Commit(memory.Checkpoint with { Open = memory.Checkpoint.Open! with { Waiting = [.. Waiting.Except(groups)] } });
    }

    /// <summary>Returns the commit that completes the run.</summary>
    public CommitContent Completed() => Commit(Advanced(Window.End) with { Open = null });

    /// <summary>Returns the report of the run, before the commit that completes it.</summary>
    /// <param name="decided">What was decided.</param>
    public RunReport Report(DecidedMatches decided) => new()
    {
        Rule = memory.Rule.Name,
        StartedAt = request.Now,
        Window = Window,
        Segments = Totals.Segments,
        Hits = Totals.Hits,
        AlreadySeen = Totals.AlreadySeen,
        Matches = memory.Found,
        Alerts = decided.Alerts,
        Decisions = decided.Decisions,
        Notices = Totals.Notices,
        Skipped = memory.Skipped.Items,
        TimeTaken = time.GetElapsedTime(_began),
    };

    private OpenRun Open(DateTimeOffset next, long hits) =>
        new(Window.Start, Window.End, next, hits, Totals.AlreadySeen, memory.Found, Waiting);

    private Checkpoint Advanced(DateTimeOffset end) => memory.Checkpoint with
    {
        End = end,
        ResumeFrom = null,
        MinimumStart = request.Plan.MinimumStart ?? memory.Checkpoint.MinimumStart,
        BucketOffset = request.Plan.BucketOffset ?? memory.Checkpoint.BucketOffset,
        IsWarm = true,
    };

    private CommitContent Commit(Checkpoint checkpoint) =>
        new() { CommitId = Guid.NewGuid().ToString("N"), Now = request.Now, Checkpoint = checkpoint, Held = memory.Held };
}
