namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Is a way to a server on which requests fail as a test says; the others arrive.</summary>
/// <param name="inner">The way.</param>
/// <param name="traffic">Is told of each request.</param>
internal sealed class FaultyTransport(ISearchTransport inner, Traffic traffic) : ISearchTransport
{
    /// <summary>Gets or sets what becomes of a request: an answer or an exception in the place of the server's answer, or <see langword="null"/>.</summary>
    public Func<SearchRequest, SearchResponse?> Fault { get; set; } = static _ => null;

    /// <summary>Gets or sets what is done before a request is sent.</summary>
    public Func<SearchRequest, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Gets or sets what is called before the server's answer is handed on; it may throw, so that the answer is lost.</summary>
    public Action<SearchRequest> Answer { get; set; } = static _ => { };

    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        if (Fault(request) is { } fault)
            return fault;
        traffic.Begin();
        try
        {
            var answer = await inner.SendAsync(request, cancellationToken);
            Answer(request);
            return new SearchResponse(answer.StatusCode, answer.Body, traffic.EndOf(answer)) { ContentType = answer.ContentType, RetryAfter = answer.RetryAfter };
        }
        catch (Exception exception)
        {
            traffic.End(hasTimedOut: exception is SearchException { InnerException: TimeoutException });
            throw;
        }
    }
}
