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
            return Take(await cluster.Transport.AskForHitsAsync(HitSearchRequests.First(search, withScroll: false), cancellationToken).ConfigureAwait(false));
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

    private async Task<HitAnswer> AskNextAsync(CancellationToken cancellationToken)
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

    private Task<HitAnswer> AskAsync(CancellationToken cancellationToken) =>
        cluster.Transport.AskForHitsAsync(HitSearchRequests.Next(search, dialect, _pointInTime!, _position!), cancellationToken);

    private SearchPage Take(HitAnswer answer)
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

    private SearchPage TakeFirst(HitAnswer answer)
    {
        _count.Begin(SearchPage.TotalOf(answer.Root));
        var page = _count.Add(answer, new HashSet<int>(), hasMore: answer.Count >= search.PageSize && _count.Total > answer.Count);
        if (page.IsLast)
            return page;
        _edge = PageEdge.After(null, answer);
        _firstPage.EnsureCapacity(answer.Count);
        _firstPage.UnionWith(answer.Hits.Select(PageEdge.KeyOf));
        return page;
    }

    private SearchPage TakeNext(HitAnswer answer)
    {
        _firstPage = [];
        if (answer.Root.TryGetProperty("pit_id", out var id))
            _pointInTime = id.GetString();
        var seen = _edge!.PlacesOfSeen(answer);
        if (answer.Count > 0)
            Advance(answer);
        return _count.Add(answer, seen, hasMore: answer.Count >= search.PageSize);
    }

    private void Advance(HitAnswer answer)
    {
        var next = PagePosition.After(answer.Last, dialect.HasUniqueTieBreaker);
        if (next == _position && answer.Count >= search.PageSize)
            throw new SearchException($"More than {answer.Count} documents share a place in {search.Index}: raise max_query_size.");
        _position = next;
        _edge = PageEdge.After(_edge, answer);
    }
}
