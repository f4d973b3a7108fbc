namespace ElastAlert.Testing;

/// <summary>Says that an implementation does not keep its contract, and how it was found out.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public ContractException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was expected and what happened.</param>
    public ContractException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What was expected and what happened.</param>
    /// <param name="innerException">The cause.</param>
    public ContractException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
