using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>
/// Reads the first page by a plain search, which is all there is in most runs, and what follows from a point in time.
/// Where the server refuses one, the rest is read by scrolling; where it forgets one, another is opened at the same place.
/// </summary>
internal sealed class PointInTimePages(SearchCluster cluster, SearchDialect dialect, HitSearch search, TimeProvider time) : IPageSource
{
    private readonly PageCount _count = new(search);
    private string? _pointInTime;
    private PageEdge? _edge;
    private PagePosition? _position;
    private HashSet<(string Id, string Index)> _firstPage = [];
    private ScrollPages? _scroll;

    public async Task<SearchPage> NextAsync(CancellationToken cancellationToken)
    {
        if (_edge is null)
            return Take(await cluster.Transport.AskAsync(HitSearchRequests.First(search, withScroll: false), cancellationToken).ConfigureAwait(false));
        if (_scroll is null && _pointInTime is null)
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        return _scroll is not null
            ? await _scroll.NextAsync(cancellationToken).ConfigureAwait(false)
            : Take(await AskNextAsync(cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        if (_scroll is not null)
            await _scroll.DisposeAsync().ConfigureAwait(false);
        if (_pointInTime is not null)
            await ServerRelease.SendAsync(cluster.Transport, dialect.ClosePointInTime(_pointInTime), time).ConfigureAwait(false);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await cluster.Transport
                .AskAsync(dialect.OpenPointInTime(search.Index, search.KeepAlive), cancellationToken).ConfigureAwait(false);
            _pointInTime = dialect.PointInTimeOf(answer.Root) ?? throw new SearchException("The server opened a point in time without an id.");
            _position = PagePosition.AtStartOf(_edge!);
        }
        catch (SearchException failure) when (failure.StatusCode is not null && _position is null)
        {
            if (failure.StatusCode is 400 or 401 or 403 or 405)
                cluster.RefusePointsInTime();
            _scroll = new ScrollPages(cluster, search, time, _firstPage);
        }
    }

    private async Task<SearchAnswer> AskNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SearchException failure) when (failure.StatusCode == 404)
        {
            // It expired, or its node is gone. What was read of the last moment is read again and left out.
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await AskAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<SearchAnswer> AskAsync(CancellationToken cancellationToken) =>
        cluster.Transport.AskAsync(HitSearchRequests.Next(search, dialect, _pointInTime!, _position!), cancellationToken);

    private SearchPage Take(SearchAnswer answer)
    {
        try
        {
            return _edge is null ? TakeFirst(answer) : TakeNext(answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private SearchPage TakeFirst(SearchAnswer answer)
    {
        _count.Begin(SearchPage.TotalOf(answer.Root));
        var hits = SearchPage.HitsOf(answer.Root);
        var page = _count.Add(answer, hits, hasMore: hits.Count >= search.PageSize && _count.Total > hits.Count);
        if (page.IsLast)
            return page;
        _edge = PageEdge.After(null, hits);
        _firstPage = [.. hits.Select(PageEdge.KeyOf)];
        return page;
    }

    private SearchPage TakeNext(SearchAnswer answer)
    {
        _firstPage = [];
        if (answer.Root.TryGetProperty("pit_id", out var id))
            _pointInTime = id.GetString();
        var hits = SearchPage.HitsOf(answer.Root);
        var unseen = _edge!.LeaveOutSeen(hits);
        if (hits.Count > 0)
            Advance(hits);
        return _count.Add(answer, unseen, hasMore: hits.Count >= search.PageSize);
    }

    private void Advance(List<JsonElement> hits)
    {
        var next = PagePosition.After(hits[^1], dialect.HasUniqueTieBreaker);
        if (next == _position && hits.Count >= search.PageSize)
            throw new SearchException($"More than {hits.Count} documents share a place in {search.Index}: raise max_query_size.");
        _position = next;
        _edge = PageEdge.After(_edge, hits);
    }
}
