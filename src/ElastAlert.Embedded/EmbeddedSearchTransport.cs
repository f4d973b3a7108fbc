namespace ElastAlert.Embedded;

/// <summary>Sends requests to an <see cref="EmbeddedSearch"/> instead of a cluster.</summary>
/// <remarks>May be called from many threads at once. Nothing goes over a network, and an answer is complete when it is returned.</remarks>
public sealed class EmbeddedSearchTransport : ISearchTransport
{
    private readonly EmbeddedSearch _search;

    /// <summary>Creates a transport.</summary>
    /// <param name="search">The server that answers.</param>
    public EmbeddedSearchTransport(EmbeddedSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        _search = search;
    }

    /// <inheritdoc/>
    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<SearchResponse>(cancellationToken)
            : Task.FromResult(_search.Answer(request));
    }
}
