namespace ElastAlert.IntegrationTests.State;

/// <summary>Fails the writes whose path has a certain text, before they are sent or after.</summary>
internal sealed class FailingTransport(ISearchTransport inner, string path, bool afterSending = false) : ISearchTransport
{
    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "PUT" || !request.Path.Contains(path, StringComparison.Ordinal))
            return await inner.SendAsync(request, cancellationToken);
        if (afterSending)
            await (await inner.SendAsync(request, cancellationToken)).DisposeAsync();
        throw new SearchException("The connection broke.") { IsTransient = true };
    }
}
