using ElastAlert.Diagnostics;
using ElastAlert.Engine.Memory;
using ElastAlert.Scheduling;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Reading;

/// <summary>Reads segments and feeds the rule type with what is new.</summary>
/// <param name="data">The cluster of the rule.</param>
/// <param name="partial">What is known of answers that are not complete.</param>
/// <param name="logger">The log.</param>
internal sealed class SegmentReader(IRuleData data, PartialAnswers partial, ILogger logger)
{
    /// <summary>Reads a segment to fill windows anew: documents that were seen before are fed too, and matches are discarded.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="segment">The span.</param>
    /// <param name="end">The committed end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task WarmAsync(RuleMemory memory, PlannedSegment segment, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var query = new SegmentQuery(segment.Window, memory.Seen) { BucketOffset = memory.Checkpoint.BucketOffset ?? TimeSpan.Zero };
        var feed = new DocumentFeed(memory, query, end - memory.Rule.Schedule.BufferTime, new RunTotals());
        await foreach (var page in data.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            foreach (var hits in BatchesOf(page))
            {
                feed.TakeFresh(hits);
                memory.RuleType.Evaluate(new RuleInput.Hits(hits) { IsPortion = true });
            }

            if (page is DataPage.Answer { Input: { } input })
                memory.RuleType.Evaluate(input);
        }

        if (segment.IsClosed)
            memory.RuleType.Evaluate(WindowEnd(segment.Window.End));
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
            memory.Waiting.Add(memory.RuleType.Evaluate(WindowEnd(window.End)));
        memory.Seen.Purge(Horizon(memory, window.End));
    }

    /// <summary>Returns the moment up to which documents need not be remembered: no later window reaches back to it.</summary>
    private static DateTimeOffset Horizon(RuleMemory memory, DateTimeOffset end)
    {
        var horizon = end - memory.Rule.Schedule.BufferTime;
        return memory.Checkpoint.Incomplete.Select(static span => span.Start).Append(horizon).Min();
    }

    private static RuleInput.WindowEnd WindowEnd(DateTimeOffset moment) => new(moment.ToUniversalTime());

    private static IEnumerable<IReadOnlyList<Hit>> BatchesOf(DataPage page) =>
        page is DataPage.Documents documents ? documents.Batches.Where(static hits => hits.Count > 0) : [];

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
        var feed = new DocumentFeed(memory, query, rememberAfter, totals);
        await foreach (var page in data.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            isWhole &= !page.IsPartial;
            isPartial |= page.IsPartial && Accept(page);
            totals.Notice(page.Notices);
            var hitsBefore = totals.Hits;
            if (page is DataPage.Documents documents)
                await FeedAsync(feed, documents, totals, isPartial ? null : spill).ConfigureAwait(false);
            else if (page is DataPage.Answer answer)
                Feed(memory, answer, totals);
            LogPage(memory.Rule.Name, query.Window, page, totals.Hits, totals.Hits - hitsBefore);
        }

        if (isWhole)
            partial.Reset();
        return isPartial;
    }

    private static async Task FeedAsync(DocumentFeed feed, DataPage.Documents page, RunTotals totals, Func<DateTimeOffset, long, Task>? spill)
    {
        totals.Hits += page.Unread;
        totals.AlreadySeen += page.Unread;
        foreach (var hits in BatchesOf(page))
        {
            feed.Evaluate(hits);
            if (spill is not null && feed.IsFull && feed.Progress(hits) is var (next, hitsSoFar))
                await spill(next, hitsSoFar).ConfigureAwait(false);
        }
    }

    private static void Feed(RuleMemory memory, DataPage.Answer answer, RunTotals totals)
    {
        totals.Hits += answer.Hits;
        if (answer.Input is { } input)
            memory.Waiting.Add(memory.RuleType.Evaluate(input));
    }

    // Hits that have arrived are evaluated, and the rest is asked for again; everything else is only true as a whole.
    private bool Accept(DataPage page)
    {
        if (page is not DataPage.Answer { Input: not null })
            return true;
        if (!partial.Accepts())
            throw new SearchException(string.Join("; ", page.Notices)) { IsTransient = true };
        return false;
    }

    private void LogPage(string rule, TimeWindow window, DataPage page, long total, long hits)
    {
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        var (from, to) = (IsoTime.Format(window.Start), IsoTime.Format(window.End));
        switch (page)
        {
            case DataPage.Answer { Input: RuleInput.Count }: Log.CountQueried(logger, rule, from, to, hits); break;
            case DataPage.Answer: Log.BucketsQueried(logger, rule, from, to, hits); break;
            default: Log.HitsQueried(logger, rule, from, to, total, hits); break;
        }
    }
}
