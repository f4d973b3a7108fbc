using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Reading;

/// <summary>Feeds the rule type of a rule with documents, each once, and remembers them.</summary>
/// <param name="memory">The memory of the rule.</param>
/// <param name="query">What was asked for.</param>
/// <param name="rememberAfter">The moment up to which documents need not be remembered.</param>
/// <param name="totals">What the run counts.</param>
internal sealed class DocumentFeed(RuleMemory memory, SegmentQuery query, DateTimeOffset rememberAfter, RunTotals totals)
{
    private const int MostUnsavedDocuments = 32_768;

    /// <summary>Gets whether so much is to be saved that the progress had better be committed.</summary>
    public bool IsFull => memory.Waiting.IsFull || memory.Seen.Unsaved >= MostUnsavedDocuments;

    /// <summary>Evaluates the documents that were not seen before; the matches are added to those that wait.</summary>
    /// <param name="hits">The documents.</param>
    public void Evaluate(IReadOnlyList<Hit> hits)
    {
        totals.Hits += hits.Count;
        var fresh = TakeFresh(hits);
        if (fresh.Count > 0)
            memory.Waiting.Add(memory.RuleType.Evaluate(new RuleInput.Hits(fresh) { IsPortion = true }));
    }

    /// <summary>Remembers documents, and returns those that were not seen before.</summary>
    /// <param name="hits">The documents.</param>
    public IReadOnlyList<Hit> TakeFresh(IReadOnlyList<Hit> hits)
    {
        var fresh = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            if (memory.Seen.See(hit, isRemembered: hit.Timestamp > rememberAfter))
                totals.AlreadySeen++;
            else
                fresh.Add(hit);
        }

        return fresh;
    }

    /// <summary>
    /// Returns the moment up to which everything was fed, and the hits up to it, when the progress can be committed after these documents.
    /// Documents come in the order of time, so that is everything before the second of the last one. Those of that second are remembered,
    /// because they are read again when the run is interrupted here.
    /// </summary>
    /// <param name="hits">The documents that were fed last.</param>
    public (DateTimeOffset Next, long Hits)? Progress(IReadOnlyList<Hit> hits)
    {
        var last = hits[^1].Timestamp.ToUniversalTime();
        var next = last.AddTicks(-(last.Ticks % TimeSpan.TicksPerSecond) - TimeSpan.TicksPerMicrosecond);
        if (hits[0].Timestamp > next || next <= query.Window.Start || next <= query.ReadUntil)
            return null;
        var after = 0;
        foreach (var hit in hits.Where(hit => hit.Timestamp > next))
        {
            memory.Seen.See(hit, isRemembered: true);
            after++;
        }

        return (next, totals.Hits - after);
    }
}
