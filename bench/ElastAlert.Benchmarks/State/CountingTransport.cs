namespace ElastAlert.Benchmarks.State;

/// <summary>Counts requests and the bytes of their bodies.</summary>
internal sealed class CountingTransport(ISearchTransport inner) : ISearchTransport
{
    private long _requests;
    private long _bytes;

    public long Requests => Interlocked.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytes, request.Body.Length);
        return inner.SendAsync(request, cancellationToken);
    }
}
