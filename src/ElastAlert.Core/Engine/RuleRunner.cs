using System.Globalization;
using ElastAlert.Alerting;
using ElastAlert.Values;

namespace ElastAlert.Engine;

/// <summary>Does one run of a rule: reads the segments of its plan, evaluates them, decides the matches, commits.</summary>
/// <param name="reader">Reads segments.</param>
/// <param name="gate">Decides matches.</param>
/// <param name="commits">Commits.</param>
/// <param name="services">The silences, the store and the clock.</param>
/// <param name="stateName">The name of the rule's state.</param>
internal sealed class RuleRunner(SegmentReader reader, RuleGate gate, RuleCommits commits, EngineServices services, string stateName)
{
    /// <summary>The number of matches up to which a run decides all of them in its last commit; more are decided part by part.</summary>
    public const int MostDecidedAtOnce = 5000;

    private const int MostDecisions = 1000;

    private readonly TimeProvider _time = services.Dependencies.Time;

    /// <summary>Does a run.</summary>
    /// <param name="memory">The memory of the rule; worthless when this throws.</param>
    /// <param name="request">The run.</param>
    /// <param name="cancellationToken">Ends the run; what is committed stays.</param>
    /// <returns>The report, and what went wrong and was coped with.</returns>
    public async Task<RunOutcome> RunAsync(RuleMemory memory, RunRequest request, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var totals = new RunTotals { Hits = request.Continues?.Hits ?? 0, AlreadySeen = request.Continues?.AlreadySeen ?? 0 };
        totals.Notice(request.Notices);
        await reader.ReadIncompleteAsync(memory, request.Now, totals, cancellationToken).ConfigureAwait(false);
        for (var place = 0; place < request.Plan.Segments.Count; place++)
        {
            var query = new SegmentReading(request.Plan, request.Plan.Segments[place], request.Now)
            {
                Spill = (next, hits) => CommitProgressAsync(memory, request, next, totals with { Hits = hits }, false, cancellationToken),
            };
            await reader.ReadAsync(memory, query, totals, cancellationToken).ConfigureAwait(false);
            if (place < request.Plan.Segments.Count - 1)
                await CommitProgressAsync(memory, request, query.Segment.Window.End, totals, false, cancellationToken).ConfigureAwait(false);
        }

        if (memory.Found > MostDecidedAtOnce)
            return await DecideInPartsAsync(memory, request, totals, began, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RuleMatch> saved = await LoadWaitingAsync(memory.Checkpoint.Open?.Waiting ?? [], cancellationToken).ConfigureAwait(false);
        return await DecideAsync(memory, request, totals, began, [.. saved, .. memory.Waiting], new DecidedParts(MostDecisions), cancellationToken).ConfigureAwait(false);
    }

    private Task CommitProgressAsync(
        RuleMemory memory, RunRequest request, DateTimeOffset next, RunTotals totals, bool isDeciding, CancellationToken cancellationToken)
    {
        var open = new OpenRun(
            request.Continues?.Start ?? request.Plan.Window.Start,
            request.Plan.Window.End,
            next,
            totals.Hits,
            totals.AlreadySeen,
            memory.Found,
            memory.Checkpoint.Open?.Waiting ?? [])
        {
            IsDeciding = isDeciding,
        };
        var checkpoint = Advance(memory.Checkpoint, request, next) with { Open = open };
        return commits.CommitAsync(memory, Content(memory, request, NewCommitId(), checkpoint), cancellationToken);
    }

    // Very many matches are decided in several commits, so that neither memory nor a commit grows with their number; what they are
    // stamped with is fixed before, and a run that is interrupted goes on with the parts that are left.
    private async Task<RunOutcome> DecideInPartsAsync(
        RuleMemory memory, RunRequest request, RunTotals totals, long began, CancellationToken cancellationToken)
    {
        if (memory.Checkpoint.Open is not { IsDeciding: true })
            await CommitProgressAsync(memory, request, request.Plan.Window.End, totals, true, cancellationToken).ConfigureAwait(false);
        var earlier = new DecidedParts(MostDecisions);
        var most = Math.Max(MostDecisions / Math.Max(memory.Checkpoint.Open?.Waiting.Count ?? 1, 1), 1);
        while (memory.Checkpoint.Open is { Waiting: [var first, _, ..] } open)
        {
            var commitId = NewCommitId();
            var book = new SilenceBook(services.Silences.Find);
            var matches = await LoadWaitingAsync([first], cancellationToken).ConfigureAwait(false);
            var (batch, held) = await gate.DecideAsync(
                Batch(memory, request.Now, commitId, totals, matches) with { FirstOrdinal = earlier.Alerts }, book, memory.Held, cancellationToken)
                .ConfigureAwait(false);
            memory.Obsolete.Add(first);
            var content = Content(memory, request, commitId, memory.Checkpoint with { Open = open with { Waiting = [.. open.Waiting.Skip(1)] } });
            await commits.CommitAsync(memory, With(content, batch, book, held, most), cancellationToken).ConfigureAwait(false);
            earlier.Add(batch.Alerts.Count, DecisionsOf(batch, most), batch.Errors);
        }

        var last = await LoadWaitingAsync(memory.Checkpoint.Open!.Waiting, cancellationToken).ConfigureAwait(false);
        return await DecideAsync(memory, request, totals, began, last, earlier, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunOutcome> DecideAsync(
        RuleMemory memory,
        RunRequest request,
        RunTotals totals,
        long began,
        IReadOnlyList<RuleMatch> matches,
        DecidedParts earlier,
        CancellationToken cancellationToken)
    {
        var commitId = NewCommitId();
        var book = new SilenceBook(services.Silences.Find);
        var (batch, held) = await gate.DecideAsync(
            Batch(memory, request.Now, commitId, totals, matches) with { FirstOrdinal = earlier.Alerts }, book, memory.Held, cancellationToken)
            .ConfigureAwait(false);
        var report = Report(memory, request, totals, batch) with { TimeTaken = _time.GetElapsedTime(began) };
        report = report with
        {
            Alerts = report.Alerts + earlier.Alerts,
            Decisions = [.. earlier.Decisions.Concat(report.Decisions).TakeLast(MostDecisions)],
        };
        var content = With(Content(memory, request, commitId, Advance(memory.Checkpoint, request, request.Plan.Window.End) with { Open = null }), batch, book, held);
        content = content with { Records = [.. content.Records, RunRecords.Status(commitId, report, _time.GetUtcNow())] };
        await commits.CommitAsync(memory, content, cancellationToken).ConfigureAwait(false);
        return new RunOutcome(report, [.. earlier.Errors, .. batch.Errors]);
    }

    private async Task<IReadOnlyList<RuleMatch>> LoadWaitingAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var matches = new List<RuleMatch>();
        foreach (var name in parts)
        {
            var part = await StoreBorder.CallAsync(token => services.Dependencies.Store.LoadPartAsync(stateName, name, token), cancellationToken)
                .ConfigureAwait(false)
                ?? throw new StateFormatException($"The saved part '{name}' is missing: restore the state from a backup, or remove it to begin anew.");
            matches.AddRange(MatchCodec.Read(part.Content));
        }

        return matches;
    }

    private static CommitContent Content(RuleMemory memory, RunRequest request, string commitId, Checkpoint checkpoint) =>
        new() { CommitId = commitId, Now = request.Now, Checkpoint = checkpoint, Held = memory.Held };

    // Where there are too many to keep, those that brought an alert say most.
    private static MatchDecision[] DecisionsOf(MatchBatch batch, int most) =>
        [.. batch.Matches.Select(static match => match.Decision!).OrderBy(static decision => decision.AlertId is not null).TakeLast(most)];

    private static CommitContent With(
        CommitContent content, MatchBatch batch, SilenceBook book, HeldAggregates held, int most = MostDecisions) => content with
        {
            Held = held,
            Silences = book.Changes,
            Decisions = batch.Matches.Count <= most ? [.. batch.Matches.Select(static match => match.Decision!)] : DecisionsOf(batch, most),
            Alerts = batch.Alerts,
            Records = [.. RunRecords.Silences(content.CommitId, book.Changes, content.Now)],
        };

    private static RunReport Report(RuleMemory memory, RunRequest request, RunTotals totals, MatchBatch batch) => new()
    {
        Rule = memory.Rule.Name,
        StartedAt = request.Now,
        Window = new TimeWindow(request.Continues?.Start ?? request.Plan.Window.Start, request.Plan.Window.End),
        Segments = totals.Segments,
        Hits = totals.Hits,
        AlreadySeen = totals.AlreadySeen,
        Matches = memory.Found,
        Alerts = batch.Alerts.Count,
        Decisions = [.. batch.Matches.Select(static match => match.Decision!).TakeLast(MostDecisions)],
        Notices = totals.Notices,
    };

    private static Checkpoint Advance(Checkpoint checkpoint, RunRequest request, DateTimeOffset end) => checkpoint with
    {
        End = end,
        ResumeFrom = null,
        MinimumStart = request.Plan.MinimumStart ?? checkpoint.MinimumStart,
        BucketOffset = request.Plan.BucketOffset ?? checkpoint.BucketOffset,
        IsWarm = true,
    };

    private MatchBatch Batch(RuleMemory memory, DateTimeOffset now, string commitId, RunTotals totals, IReadOnlyList<RuleMatch> matches)
    {
        var hits = JsonValue.Of(totals.Hits);
        var count = JsonValue.Of(memory.Found);
        return new MatchBatch
        {
            Rule = memory.Rule,
            Now = now,
            AlertTime = now,
            AlertIdPrefix = string.Create(CultureInfo.InvariantCulture, $"{memory.Rule.Name}/{commitId}/"),
            Matches = [.. matches.Select((match, place) =>
            {
                var stamped = match with { Fields = match.Fields.With("num_hits", hits).With("num_matches", count) };
                return new GatedMatch(stamped, gate.Keys.Of(stamped)) { Alert = place };
            })],
        };
    }

    private static string NewCommitId() => Guid.NewGuid().ToString("N");
}
