namespace ElastAlert.Search;

/// <summary>Asks questions whose answers are read whole.</summary>
internal static class SearchTransportExtensions
{
    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="SearchException">No answer, a refusal, or an answer that is not JSON.</exception>
    public static async Task<SearchAnswer> AskAsync(this ISearchTransport transport, SearchRequest request, CancellationToken cancellationToken)
    {
        var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await SearchAnswer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose answer has many hits, and reads it whole.</summary>
    /// <exception cref="SearchException">No answer, a refusal, or an answer that is not JSON.</exception>
    public static async Task<HitAnswer> AskForHitsAsync(this ISearchTransport transport, SearchRequest request, CancellationToken cancellationToken)
    {
        var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await HitAnswer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }
}
