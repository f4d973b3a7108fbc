namespace ElastAlert.Search;

/// <summary>Reads pages by scrolling.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="search">The search.</param>
/// <param name="time">The clock.</param>
/// <param name="seen">Ids and indices of documents to leave out, because they were read in another way.</param>
internal sealed class ScrollPages(
    SearchCluster cluster, HitSearch search, TimeProvider time, IReadOnlySet<(string Id, string Index)>? seen = null) : IPageSource
{
    private readonly PageCount _count = new(search);
    private string? _scroll;
    private long _read;

    public async Task<SearchPage> NextAsync(CancellationToken cancellationToken)
    {
        var request = _scroll is null ? HitSearchRequests.First(search, withScroll: true) : HitSearchRequests.NextOfScroll(search, _scroll);
        var answer = await cluster.Transport.AskForHitsAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return Take(answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_scroll is not null)
            await ServerRelease.SendAsync(cluster.Transport, HitSearchRequests.ReleaseScroll(_scroll), time).ConfigureAwait(false);
    }

    private SearchPage Take(HitAnswer answer)
    {
        if (_scroll is null)
            _count.Begin(SearchPage.TotalOf(answer.Root));
        _scroll = answer.Root.TryGetProperty("_scroll_id", out var id) ? id.GetString() : _scroll;
        _read += answer.Count;
        return _count.Add(answer, PlacesOfSeen(answer), hasMore: answer.Count > 0 && _read < _count.Total);
    }

    private HashSet<int> PlacesOfSeen(HitAnswer answer) =>
        seen is null ? [] : [.. answer.Hits.Index().Where(hit => seen.Contains(PageEdge.KeyOf(hit.Item))).Select(static hit => hit.Index)];
}
