namespace ElastAlert.Search;

/// <summary>Sends a request again, at once, when it met a broken connection or a node that says 502, 503 or 504.</summary>
/// <param name="inner">The transport that sends; it chooses another node for each attempt where there are several.</param>
/// <param name="wasNotSent">Decides whether a failure happened before any byte of the request was sent.</param>
internal sealed class RetryingSearchTransport(ISearchTransport inner, Func<SearchException, bool> wasNotSent) : ISearchTransport
{
    private const int MostAttempts = 4;

    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (attempt == MostAttempts || !MayHelp(request, answer))
                    return answer;
                await answer.DisposeAsync().ConfigureAwait(false);
            }
            catch (SearchException failure) when (attempt < MostAttempts && MayHelp(request, failure))
            {
                // The last attempt's failure is the one that is reported.
            }
        }
    }

    private static bool MayHelp(SearchRequest request, SearchResponse answer) =>
        request.IsIdempotent && answer.StatusCode is (502 or 503 or 504);

    private bool MayHelp(SearchRequest request, SearchException failure) =>
        failure.IsTransient && failure.InnerException is not TimeoutException && (request.IsIdempotent || wasNotSent(failure));
}
