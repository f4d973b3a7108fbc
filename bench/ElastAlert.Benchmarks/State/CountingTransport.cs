namespace ElastAlert.Benchmarks.State;

/// <summary>Counts the bytes of the bodies of requests.</summary>
internal sealed class CountingTransport(ISearchTransport inner) : ISearchTransport
{
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _bytes, request.Body.Length);
        return inner.SendAsync(request, cancellationToken);
    }
}
