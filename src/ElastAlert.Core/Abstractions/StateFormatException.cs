namespace ElastAlert;

/// <summary>Says that saved state cannot be read: it is damaged, or written by a newer version. It is never overwritten.</summary>
public sealed class StateFormatException : ElastAlertException
{
    /// <summary>Creates an exception without a message.</summary>
    public StateFormatException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What cannot be read, and what to do.</param>
    public StateFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What cannot be read, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StateFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
