using System.Runtime.CompilerServices;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>
/// Reads of a window what is new: first the documents of its older part that came late or were written anew, then those after the
/// committed end. Of the older part only the buckets of time that changed are looked at, and of those the ids first.
/// </summary>
internal sealed class OverlapReader(RuleSearch search, HitReader reader, HitPager pager, RuleTimestamp timestamp)
{
    private const int IdsPerSearch = 1000;

    private bool _histogramIsImpossible;

    /// <summary>Reads what is new. A page is valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<HitPage> ReadAsync(
        TimeWindow window, DateTimeOffset committedEnd, ISeenDocuments seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = OverlapPlan.For(window with { End = committedEnd });
        var pages = ReadNewAsync(window, plan, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            var hasPage = await pages.MoveNextAsync().ConfigureAwait(false);
            var first = pages.Current;
            var buckets = _histogramIsImpossible ? null : OverlapAggregation.Read(first.Root);
            if (buckets is not null && !plan.Holds(buckets))
                (buckets, _histogramIsImpossible) = (null, true);
            var late = LateAsync(plan, buckets, seen, cancellationToken);
            await foreach (var page in late.ConfigureAwait(false))
                yield return page;
            for (; hasPage; hasPage = await pages.MoveNextAsync().ConfigureAwait(false))
                yield return ToPage(pages.Current, static _ => true);
        }
    }

    private async IAsyncEnumerable<SearchPage> ReadNewAsync(
        TimeWindow window, OverlapPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!_histogramIsImpossible)
        {
            var pages = pager.ReadAsync(search.HitsAfterOverlap(window, plan), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (pages.ConfigureAwait(false))
            {
                var isAnswered = await TryBeginAsync(pages).ConfigureAwait(false);
                for (var hasPage = isAnswered; hasPage; hasPage = await pages.MoveNextAsync().ConfigureAwait(false))
                    yield return pages.Current;
                if (isAnswered)
                    yield break;
                _histogramIsImpossible = true;
            }
        }

        var rest = search.HitsWithVersions(window with { Start = plan.Overlap.End });
        await foreach (var page in pager.ReadAsync(rest, cancellationToken).ConfigureAwait(false))
            yield return page;
    }

    // Text timestamps have no histogram. A query that is wrong in itself fails again without one.
    private static async Task<bool> TryBeginAsync(IAsyncEnumerator<SearchPage> pages)
    {
        try
        {
            return await pages.MoveNextAsync().ConfigureAwait(false) && !OverlapAggregation.IsRefused(pages.Current.Partial);
        }
        catch (SearchException failure) when (failure.StatusCode == 400)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<HitPage> LateAsync(
        OverlapPlan plan, IReadOnlyList<OverlapBucket>? buckets, ISeenDocuments seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = buckets is null ? [plan.Overlap] : plan.Changed(buckets, seen.In(plan.Overlap));
        if (changed.Count == 0)
        {
            yield return new HitPage([]) { Unread = buckets!.Sum(bucket => bucket.Count) };
            yield break;
        }

        var (ids, count, partial) = await FindLateAsync(plan, buckets is null ? [] : changed, seen, cancellationToken).ConfigureAwait(false);
        var total = buckets?.Sum(bucket => bucket.Count) ?? count;
        yield return new HitPage([]) { Unread = Math.Max(total - ids.Count, 0), Partial = partial };
        foreach (var chunk in ids.Chunk(IdsPerSearch))
        {
            var chosen = chunk.ToHashSet();
            var byId = search.HitsById(plan.Overlap, [.. chunk.Select(document => document.Id).Distinct()]);
            await foreach (var page in pager.ReadAsync(byId, cancellationToken).ConfigureAwait(false))
                yield return ToPage(page, hit => chosen.Contains(PageEdge.KeyOf(hit)));
        }
    }

    private async Task<(List<(string Id, string Index)> Ids, long Count, PartialAnswer? Partial)> FindLateAsync(
        OverlapPlan plan, IReadOnlyList<TimeWindow> spans, ISeenDocuments seen, CancellationToken cancellationToken)
    {
        var late = new List<(string Id, string Index)>();
        var count = 0L;
        PartialAnswer? partial = null;

        // Patterns may write moments too coarsely to name a bucket.
        var chosen = timestamp.Type == TimestampType.Custom ? [] : spans;
        await foreach (var page in pager.ReadAsync(search.Identities(plan.Overlap, chosen), cancellationToken).ConfigureAwait(false))
        {
            partial = PartialAnswer.Join(partial, page.Partial);
            foreach (var hits in page.ReadHits())
            {
                count += hits.Count;
                late.AddRange(hits.Where(hit => IsLate(hit, seen)).Select(PageEdge.KeyOf));
            }
        }

        return (late, count, partial);
    }

    private static bool IsLate(JsonElement hit, ISeenDocuments seen)
    {
        var (id, index) = PageEdge.KeyOf(hit);
        return !seen.TryGetSequenceNumber(index, id, out var known)
            || (hit.TryGetProperty("_seq_no", out var current) && current.GetInt64() != known);
    }

    private HitPage ToPage(SearchPage page, Func<JsonElement, bool> isWanted) => new(page.ReadHits().Select(hits => Read(hits.Where(isWanted))))
    {
        Total = page.Total,
        Partial = page.Partial,
        CutOff = HitPage.CutOffOf(page),
    };

    private IReadOnlyList<Hit> Read(IEnumerable<JsonElement> hits) => [.. hits.Select(reader.Read)];
}
