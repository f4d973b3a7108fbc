namespace ElastAlert;

/// <summary>Is the base of the exceptions that a user of the engine meets; its message says what, where, and what to do.</summary>
public class ElastAlertException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public ElastAlertException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, where, and what to do. It holds no secret.</param>
    public ElastAlertException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What happened, where, and what to do. It holds no secret.</param>
    /// <param name="innerException">The cause.</param>
    public ElastAlertException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
