namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Is a way to a server on which requests fail as a test says; the others arrive.</summary>
internal sealed class FaultyTransport(ISearchTransport inner) : ISearchTransport
{
    /// <summary>Gets or sets what becomes of a request: an answer or an exception in the place of the server's answer, or <see langword="null"/>.</summary>
    public Func<SearchRequest, SearchResponse?> Fault { get; set; } = static _ => null;

    /// <summary>Gets or sets what is called before the server's answer is handed on; it may throw, so that the answer is lost.</summary>
    public Action<SearchRequest> Answer { get; set; } = static _ => { };

    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault)
            return fault;
        var answer = await inner.SendAsync(request, cancellationToken);
        Answer(request);
        return answer;
    }
}
