namespace ElastAlert.Search;

/// <summary>Reads the pages of one search in order; disposing it releases what the server keeps for it.</summary>
internal interface IPageSource : IAsyncDisposable
{
    /// <summary>Reads the next page; not called after the last one.</summary>
    /// <exception cref="SearchException">The page cannot be had.</exception>
    Task<SearchPage> NextAsync(CancellationToken cancellationToken);
}
