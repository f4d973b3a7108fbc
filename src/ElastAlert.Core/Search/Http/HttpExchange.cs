namespace ElastAlert.Search.Http;

/// <summary>Is one request at one node: its address, its time limit, and the words for what goes wrong with it.</summary>
internal sealed class HttpExchange : IDisposable
{
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public HttpExchange(Uri node, SearchRequest request, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        Node = node;
        Request = request;
        Address = new Uri(node.GetLeftPart(UriPartial.Path).TrimEnd('/') + request.Path);
        _timeout = timeout;
        _time = time;
        _caller = cancellationToken;
        _deadline = new CancellationTokenSource(timeout, time);
        _registration = CancelWith(cancellationToken);
    }

    /// <summary>Gets the node that is asked, as the pool named it.</summary>
    public Uri Node { get; }

    /// <summary>Gets the request.</summary>
    public SearchRequest Request { get; }

    /// <summary>Gets the whole address.</summary>
    public Uri Address { get; }

    /// <summary>Gets the token that ends when the caller gives up or time is over.</summary>
    public CancellationToken Token => _deadline.Token;

    /// <summary>Allows the full time again, because something has arrived.</summary>
    public void Extend() => _deadline.CancelAfter(_timeout);

    /// <summary>Ends the exchange when a token does.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _deadline);

    /// <summary>Turns a head that has arrived into an answer whose body is still arriving.</summary>
    public async Task<SearchResponse> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync(Token).ConfigureAwait(false);
        return new SearchResponse((int)answer.StatusCode, new ArrivingStream(body, this), answer)
        {
            ContentType = answer.Content.Headers.ContentType?.MediaType,
            RetryAfter = RetryAfterOf(answer),
        };
    }

    /// <summary>Returns what to throw instead of an exception, or null when the exception stands for itself.</summary>
    public SearchException? Explain(Exception exception)
    {
        if (_caller.IsCancellationRequested)
            return null;
        return _deadline.IsCancellationRequested
            ? TransportFailure.TimedOut(this, _timeout)
            : TransportFailure.From(this, exception);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _deadline.Dispose();
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - _time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
