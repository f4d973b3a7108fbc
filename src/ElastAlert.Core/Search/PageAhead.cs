namespace ElastAlert.Search;

/// <summary>Keeps the request for the next page under way.</summary>
internal sealed class PageAhead : IAsyncDisposable
{
    private readonly IPageSource _source;
    private readonly CancellationTokenSource _cancellation;
    private Task<SearchPage>? _next;

    public PageAhead(IPageSource source, CancellationToken cancellationToken)
    {
        _source = source;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _next = source.NextAsync(_cancellation.Token);
    }

    /// <summary>Returns the next page and asks for the one after it; null after the last.</summary>
    public async Task<SearchPage?> TakeAsync()
    {
        if (_next is null)
            return null;
        var page = await _next.ConfigureAwait(false);
        _next = page.IsLast ? null : _source.NextAsync(_cancellation.Token);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync().ConfigureAwait(false);
        if (_next is not null)
            await DropAsync(_next).ConfigureAwait(false);
        _cancellation.Dispose();
    }

    private static async Task DropAsync(Task<SearchPage> next)
    {
        try
        {
            (await next.ConfigureAwait(false)).Dispose();
        }
        catch (Exception exception) when (exception is SearchException or OperationCanceledException)
        {
            // Nobody waits for this page any more.
        }
    }
}
