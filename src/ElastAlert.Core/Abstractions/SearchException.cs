namespace ElastAlert;

/// <summary>Says that a search cluster did not answer a request, or refused it.</summary>
public sealed class SearchException : ElastAlertException
{
    /// <summary>Creates an exception without a message.</summary>
    public SearchException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, with the server's reason.</param>
    public SearchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What happened, with the server's reason.</param>
    /// <param name="innerException">The cause.</param>
    public SearchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the HTTP status, or <see langword="null"/> when no node answered.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets how long the server asks to wait before the next request.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
