using System.Runtime.CompilerServices;

namespace ElastAlert.Search;

/// <summary>Reads the hits of a search page by page; while a page is used, the next one is on its way.</summary>
internal sealed class HitPager(SearchCluster cluster, TimeProvider time)
{
    /// <summary>Reads the pages. A page is valid until the next one is asked for.</summary>
    /// <exception cref="SearchException">A page cannot be had; the pages before were complete.</exception>
    public async IAsyncEnumerable<SearchPage> ReadAsync(HitSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = await OpenAsync(search, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var ahead = new PageAhead(source, cancellationToken);
            await using (ahead.ConfigureAwait(false))
            {
                while (await ahead.TakeAsync().ConfigureAwait(false) is { } page)
                {
                    using (page)
                        yield return page;
                }
            }
        }
    }

    private async Task<IPageSource> OpenAsync(HitSearch search, CancellationToken cancellationToken)
    {
        var dialect = await cluster.GetDialectAsync(cancellationToken).ConfigureAwait(false);
        return dialect.HasPointInTime ? new PointInTimePages(cluster, dialect, search, time) : new ScrollPages(cluster, search, time);
    }
}
