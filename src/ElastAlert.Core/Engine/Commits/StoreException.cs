namespace ElastAlert.Engine.Commits;

/// <summary>Says that the store did not answer: it is not known whether the commit happened.</summary>
internal sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
