using ElastAlert.Diagnostics;
using ElastAlert.Scheduling;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine;

/// <summary>Reads segments and feeds the rule type with what is new.</summary>
/// <param name="data">The cluster of the rule.</param>
/// <param name="partial">What is known of answers that are not complete.</param>
/// <param name="logger">The log.</param>
internal sealed class SegmentReader(IRuleData data, PartialAnswers partial, ILogger logger)
{
    private const int MostUnsavedMatches = 2000;
    private const int MostUnsavedDocuments = 100_000;

    /// <summary>Reads a segment to fill windows anew: documents that were seen before are fed too, and matches are discarded.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="segment">The span.</param>
    /// <param name="end">The committed end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task WarmAsync(RuleMemory memory, PlannedSegment segment, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var query = new SegmentQuery(segment.Window, memory.Seen) { BucketOffset = memory.Checkpoint.BucketOffset ?? TimeSpan.Zero };
        await foreach (var page in data.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (page.Input is RuleInput.Hits hits)
                OnlyNew(memory, hits, end - memory.Rule.Schedule.BufferTime, new RunTotals());
            if (page.Input is not null)
                memory.RuleType.Evaluate(page.Input);
        }

        if (segment.IsClosed)
            memory.RuleType.Evaluate(WindowEnd(memory.Rule, segment.Window.End));
    }

    /// <summary>Asks again for the spans of which only a part was answered; one that stays incomplete too long is a gap.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="now">The moment of the run.</param>
    /// <param name="totals">What the run counts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task ReadIncompleteAsync(RuleMemory memory, DateTimeOffset now, RunTotals totals, CancellationToken cancellationToken)
    {
        var left = new List<IncompleteSpan>();
        foreach (var span in memory.Checkpoint.Incomplete)
        {
            var window = new TimeWindow(span.Start, span.End);
            var isPartial = await FeedAsync(memory, new SegmentQuery(window, memory.Seen), DateTimeOffset.MinValue, new RunTotals(), null, cancellationToken)
                .ConfigureAwait(false);
            if (isPartial && now - span.Since >= memory.Rule.Schedule.OldQueryLimit)
                totals.Notice([$"Documents between {IsoTime.Format(span.Start)} and {IsoTime.Format(span.End)} are missing: no answer was complete"]);
            else if (isPartial)
                left.Add(span);
        }

        memory.Checkpoint = memory.Checkpoint with { Incomplete = left };
    }

    /// <summary>Reads a segment; the matches are added to those that wait.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="reading">The segment.</param>
    /// <param name="totals">What the run counts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task ReadAsync(RuleMemory memory, SegmentReading reading, RunTotals totals, CancellationToken cancellationToken)
    {
        var window = reading.Segment.Window;
        totals.Segments.Add(window);
        var query = new SegmentQuery(window, memory.Seen)
        {
            BucketOffset = reading.Plan.BucketOffset ?? TimeSpan.Zero,
            ReadUntil = memory.Checkpoint.End,
        };
        var rememberAfter = Horizon(memory, reading.Plan.Window.End);
        if (await FeedAsync(memory, query, rememberAfter, totals, reading.Spill, cancellationToken).ConfigureAwait(false))
        {
            var span = new IncompleteSpan(window.Start, window.End, reading.Now);
            memory.Checkpoint = memory.Checkpoint with { Incomplete = [.. memory.Checkpoint.Incomplete, span] };
        }

        // What did not happen can be told only when everything that did has been seen.
        var isWaiting = memory.Checkpoint.Incomplete.Count > 0 && !partial.Accepts();
        if (reading.Segment.IsClosed && !isWaiting)
            memory.Waiting.AddRange(memory.RuleType.Evaluate(WindowEnd(memory.Rule, window.End)));
        memory.Seen.Purge(Horizon(memory, window.End));
    }

    /// <summary>Returns the moment up to which documents need not be remembered: no later window reaches back to it.</summary>
    private static DateTimeOffset Horizon(RuleMemory memory, DateTimeOffset end)
    {
        var horizon = end - memory.Rule.Schedule.BufferTime;
        return memory.Checkpoint.Incomplete.Select(static span => span.Start).Append(horizon).Min();
    }

    private static RuleInput.WindowEnd WindowEnd(Rule rule, DateTimeOffset moment) =>
        new(rule.Timestamp.QueryTimeZone is { } zone ? TimeZoneInfo.ConvertTime(moment, zone) : moment.ToUniversalTime());

    private async Task<bool> FeedAsync(
        RuleMemory memory,
        SegmentQuery query,
        DateTimeOffset rememberAfter,
        RunTotals totals,
        Func<DateTimeOffset, long, Task>? spill,
        CancellationToken cancellationToken)
    {
        var isPartial = false;
        var isWhole = memory.Checkpoint.Incomplete.Count == 0;
        await foreach (var page in data.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            isWhole &= !page.IsPartial;
            isPartial |= page.IsPartial && Accept(page);
            totals.Hits += page.Hits;
            totals.AlreadySeen += page.Unread;
            totals.Notice(page.Notices);
            LogPage(memory.Rule.Name, query.Window, page, totals);
            if (Fresh(memory, page, rememberAfter, totals) is { } input)
                memory.Waiting.AddRange(memory.RuleType.Evaluate(input));
            if (spill is not null && !isPartial && IsFull(memory) && page.Input is RuleInput.Hits hits)
                await SpillAsync(memory, query, hits, totals, spill).ConfigureAwait(false);
        }

        if (isWhole)
            partial.Reset();
        return isPartial;
    }

    private static bool IsFull(RuleMemory memory) =>
        memory.Waiting.Count >= MostUnsavedMatches || memory.Seen.Unsaved >= MostUnsavedDocuments;

    // Hits that have arrived are evaluated, and the rest is asked for again; everything else is only true as a whole.
    private bool Accept(DataPage page)
    {
        if (page.Input is null or RuleInput.Hits)
            return true;
        if (!partial.Accepts())
            throw new SearchException(string.Join("; ", page.Notices)) { IsTransient = true };
        return false;
    }

    // Documents come in the order of time, so everything before the second of the last one was fed. Those of that second are remembered,
    // because they are read again when the run is interrupted here.
    private static async Task SpillAsync(
        RuleMemory memory, SegmentQuery query, RuleInput.Hits page, RunTotals totals, Func<DateTimeOffset, long, Task> spill)
    {
        var last = page.Items[^1].Timestamp.ToUniversalTime();
        var next = last.AddTicks(-(last.Ticks % TimeSpan.TicksPerSecond) - TimeSpan.TicksPerMicrosecond);
        if (page.Items[0].Timestamp > next || next <= query.Window.Start || next <= query.ReadUntil)
            return;
        var after = page.Items.Where(hit => hit.Timestamp > next).ToList();
        foreach (var hit in after)
            memory.Seen.Set(EntryOf(hit));
        await spill(next, totals.Hits - after.Count).ConfigureAwait(false);
    }

    private static RuleInput? Fresh(RuleMemory memory, DataPage page, DateTimeOffset rememberAfter, RunTotals totals) =>
        page.Input is RuleInput.Hits hits ? OnlyNew(memory, hits, rememberAfter, totals) : page.Input;

    private static RuleInput.Hits? OnlyNew(RuleMemory memory, RuleInput.Hits hits, DateTimeOffset rememberAfter, RunTotals totals)
    {
        var fresh = new List<Hit>(hits.Items.Count);
        foreach (var hit in hits.Items)
        {
            var entry = EntryOf(hit);
            if (memory.Seen.Contains(entry))
            {
                memory.Seen.Set(entry);
                totals.AlreadySeen++;
                continue;
            }

            if (hit.Timestamp > rememberAfter)
                memory.Seen.Set(entry);
            fresh.Add(hit);
        }

        return fresh.Count == 0 ? null : hits with { Items = fresh };
    }

    private static SeenEntry EntryOf(Hit hit) => new(SeenLedger.Hash(hit.Index, hit.Id), hit.Timestamp.UtcTicks, hit.SequenceNumber);

    private void LogPage(string rule, TimeWindow window, DataPage page, RunTotals totals)
    {
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        var (from, to) = (IsoTime.Format(window.Start), IsoTime.Format(window.End));
        switch (page.Input)
        {
            case RuleInput.Count: Log.CountQueried(logger, rule, from, to, page.Hits); break;
            case RuleInput.Terms or RuleInput.Aggregation: Log.BucketsQueried(logger, rule, from, to, page.Hits); break;
            default: Log.HitsQueried(logger, rule, from, to, totals.Hits, page.Hits); break;
        }
    }
}
