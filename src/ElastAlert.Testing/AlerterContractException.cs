namespace ElastAlert.Testing;

/// <summary>Says which part of the <see cref="AlerterContract"/> an alerter does not keep.</summary>
public sealed class AlerterContractException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public AlerterContractException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was expected and what happened.</param>
    public AlerterContractException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What was expected and what happened.</param>
    /// <param name="innerException">The cause.</param>
    public AlerterContractException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
