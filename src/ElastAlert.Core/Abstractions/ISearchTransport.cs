namespace ElastAlert;

/// <summary>Sends requests to a search cluster: the only door to it.</summary>
/// <remarks>
/// Called from many threads at once. An answer with any HTTP status is returned, not thrown; what prevents an answer
/// (connection, time, TLS) is thrown as <see cref="SearchException"/>.
/// </remarks>
public interface ISearchTransport
{
    /// <summary>Sends one request and returns as soon as the head of the answer has arrived.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer, whose body is read while it arrives; the caller disposes it.</returns>
    /// <exception cref="SearchException">No node answered.</exception>
    Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken);
}
