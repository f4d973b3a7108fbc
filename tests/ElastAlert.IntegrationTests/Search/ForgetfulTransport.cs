using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.IntegrationTests.Search;

/// <summary>Closes the first point in time behind its user's back, after one page was read from it.</summary>
internal sealed class ForgetfulTransport(ISearchTransport inner) : ISearchTransport
{
    private int _pages;

    /// <summary>Gets whether it was closed.</summary>
    public bool Closed { get; private set; }

    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (request.Path.StartsWith("/_search?", StringComparison.Ordinal) && ++_pages == 2)
            await CloseAsync(JsonElement.Parse(request.Body.Span).GetProperty("pit").GetProperty("id").GetString()!, cancellationToken);
        return await inner.SendAsync(request, cancellationToken);
    }

    private async Task CloseAsync(string id, CancellationToken cancellationToken)
    {
        var dialect = await new SearchCluster(inner).GetDialectAsync(cancellationToken);
        using var answer = await inner.AskAsync(dialect.ClosePointInTime(id), cancellationToken);
        Closed = true;
    }
}
