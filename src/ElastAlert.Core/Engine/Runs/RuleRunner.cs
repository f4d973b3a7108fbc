using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Reading;

namespace ElastAlert.Engine.Runs;

/// <summary>Does one run of a rule: reads the segments of its plan, evaluates them, commits the progress, has the matches decided.</summary>
/// <param name="reader">Reads segments.</param>
/// <param name="decider">Decides the matches.</param>
/// <param name="commits">Commits.</param>
/// <param name="time">The clock.</param>
internal sealed class RuleRunner(SegmentReader reader, RunDecider decider, RuleCommits commits, TimeProvider time)
{
    /// <summary>Does a run.</summary>
    /// <param name="memory">The memory of the rule; worthless when this throws.</param>
    /// <param name="request">The run.</param>
    /// <param name="cancellationToken">Ends the run; what is committed stays.</param>
    public async Task<RunReport> RunAsync(RuleMemory memory, RunRequest request, CancellationToken cancellationToken)
    {
        var run = new RuleRun(memory, request, time);
        memory.Skipped.Clear();
        await reader.ReadIncompleteAsync(memory, request.Now, run.Totals, cancellationToken).ConfigureAwait(false);
        for (var place = 0; place < request.Plan.Segments.Count; place++)
        {
            var segment = new SegmentReading(request.Plan, request.Plan.Segments[place], request.Now)
            {
                Spill = (next, hits) => commits.CommitAsync(memory, run.Progress(next, hits), cancellationToken),
            };
            await reader.ReadAsync(memory, segment, run.Totals, cancellationToken).ConfigureAwait(false);
            if (place < request.Plan.Segments.Count - 1)
                await commits.CommitAsync(memory, run.Progress(segment.Segment.Window.End, run.Totals.Hits), cancellationToken).ConfigureAwait(false);
        }

        return await decider.DecideAsync(run, cancellationToken).ConfigureAwait(false);
    }
}
