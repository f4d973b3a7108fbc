namespace ElastAlert.Hosting;

/// <summary>Shows every request before it is sent.</summary>
internal sealed class TracedSearchTransport(ISearchTransport inner, ConnectionOptions connection, Action<ConnectionOptions, SearchRequest> trace) : ISearchTransport
{
    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        trace(connection, request);
        return inner.SendAsync(request, cancellationToken);
    }
}
