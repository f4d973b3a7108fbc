namespace ElastAlert.Engine.Commits;

/// <summary>Says that another owner has committed: what is in memory is worthless.</summary>
internal sealed class CommitConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CommitConflictException()
        : base("Another process has committed the state of the rule.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public CommitConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public CommitConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
