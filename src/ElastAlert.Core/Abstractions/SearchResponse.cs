namespace ElastAlert;

/// <summary>Is the answer of a search cluster: a status and a body that is still arriving.</summary>
public sealed class SearchResponse : IAsyncDisposable
{
    private readonly IDisposable? _owner;

    /// <summary>Creates an answer.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="owner">What is disposed together with the body, such as the HTTP message.</param>
    public SearchResponse(int statusCode, Stream body, IDisposable? owner = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        StatusCode = statusCode;
        Body = body;
        _owner = owner;
    }

    /// <summary>Gets the HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Gets whether the status is between 200 and 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>Gets the body, to be read once.</summary>
    public Stream Body { get; }

    /// <summary>Gets the type of the body, as the server names it.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets how long the server asks to wait before the next request.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        _owner?.Dispose();
    }
}
