namespace ElastAlert.Search;

/// <summary>Gives back what a server keeps for a search; it would forget it by itself a little later.</summary>
internal static class ServerRelease
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task SendAsync(ISearchTransport transport, SearchRequest request, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            // Also when the run was cancelled: a place that is kept counts against the limits of the server.
            var answer = await transport.SendAsync(request, limit.Token).ConfigureAwait(false);
            await answer.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SearchException or OperationCanceledException)
        {
            // Nothing is lost, and the query's own outcome matters more.
        }
    }
}
