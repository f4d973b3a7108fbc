namespace ElastAlert.Search;

/// <summary>Is a cluster as queries see it: a transport, and the dialect of the server behind it, which is found out when first needed.</summary>
/// <remarks>Used from many threads at once.</remarks>
internal sealed class SearchCluster(ISearchTransport transport)
{
    private SearchDialect? _dialect;

    /// <summary>Gets the transport.</summary>
    public ISearchTransport Transport => transport;

    /// <summary>Returns the dialect, asking the server once. A server that does not tell is used as <see cref="SearchDialect.Unknown"/>.</summary>
    /// <exception cref="SearchException">No node answers.</exception>
    public async ValueTask<SearchDialect> GetDialectAsync(CancellationToken cancellationToken)
    {
        if (_dialect is { } known)
            return known;
        var (dialect, isFinal) = await DetectAsync(cancellationToken).ConfigureAwait(false);
        if (isFinal)
            _dialect = dialect;
        return dialect;
    }

    /// <summary>Takes note that the server refuses points in time.</summary>
    public void RefusePointsInTime() => _dialect = (_dialect ?? SearchDialect.Unknown).WithoutPointInTime();

    private async Task<(SearchDialect Dialect, bool IsFinal)> DetectAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await transport.AskAsync(new SearchRequest("GET", "/"), cancellationToken).ConfigureAwait(false);
            return (SearchDialect.Of(answer.Root), true);
        }
        catch (SearchException failure) when (failure.StatusCode is not null)
        {
            // The root is often forbidden where searching is not. A server that is only busy is asked again later.
            return (SearchDialect.Unknown, !failure.IsTransient);
        }
    }
}
