using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Reading;
using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Runs;

/// <summary>Brings a rule type up to where its rule is: answers its seed queries, and fills its windows when the saved ones cannot be used.</summary>
/// <param name="data">The cluster of the rule.</param>
/// <param name="reader">Reads segments.</param>
/// <param name="commits">Commits each answered seed query.</param>
internal sealed class RuleWarmup(IRuleData data, SegmentReader reader, RuleCommits commits)
{
    /// <summary>Answers the seed queries that are left.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="now">The moment of the run.</param>
    /// <param name="start">The explicit start of the run, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work; the answers so far are kept.</param>
    public async Task SeedAsync(RuleMemory memory, DateTimeOffset now, DateTimeOffset? start, CancellationToken cancellationToken)
    {
        if (memory.Needs.Seed is not { } plan || memory.Checkpoint.Seed is { IsComplete: true })
            return;
        var progress = memory.Checkpoint.Seed ?? new SeedProgress(now, start, 0, IsComplete: false);
        while (plan(progress.Now, progress.Start, memory.LastSeed) is { } query)
        {
            memory.LastSeed = await data.SeedAsync(query, cancellationToken).ConfigureAwait(false);
            memory.Waiting.Add(memory.RuleType.Evaluate(memory.LastSeed));
            progress = progress with { Answered = progress.Answered + 1 };
            await CommitAsync(memory, progress, now, cancellationToken).ConfigureAwait(false);
        }

        memory.LastSeed = null;
        memory.Obsolete.Add(PartNames.Seed);
        await CommitAsync(memory, progress with { IsComplete = true }, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fills the windows from the documents of the look-back before the committed end; what they would match is known already.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="kind">How windows follow each other.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WarmAsync(RuleMemory memory, WindowKind kind, CancellationToken cancellationToken)
    {
        var checkpoint = memory.Checkpoint;
        var end = checkpoint.Open?.Next ?? checkpoint.End ?? checkpoint.ResumeFrom;
        if (checkpoint.IsWarm || end is null)
            return;
        var back = memory.Needs.LookBack;
        var plan = back > TimeSpan.Zero ? WindowPlanner.Cut(memory.Rule.Schedule, kind, end.Value - back, end.Value) : null;
        foreach (var segment in plan?.Segments ?? [])
        {
            await reader.WarmAsync(memory, segment, end.Value, cancellationToken).ConfigureAwait(false);
        }

        memory.Checkpoint = checkpoint with { IsWarm = true };
    }

    private Task CommitAsync(RuleMemory memory, SeedProgress progress, DateTimeOffset now, CancellationToken cancellationToken)
    {
        return commits.CommitAsync(
            memory,
            new CommitContent
            {
                CommitId = Guid.NewGuid().ToString("N"),
                Now = now,
                Checkpoint = memory.Checkpoint with { Seed = progress },
                Held = memory.Held,
            },
            cancellationToken);
    }
}
