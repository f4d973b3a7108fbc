namespace ElastAlert;

/// <summary>Says that an alerter could not deliver an alert, why, and whether trying again can help.</summary>
public sealed class AlertDeliveryException : ElastAlertException
{
    /// <summary>Creates an exception without a message; trying again may help.</summary>
    public AlertDeliveryException()
    {
    }

    /// <summary>Creates an exception; trying again may help.</summary>
    /// <param name="message">The reason. It holds no secret.</param>
    public AlertDeliveryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause; trying again may help.</summary>
    /// <param name="message">The reason. It holds no secret.</param>
    /// <param name="innerException">The cause.</param>
    public AlertDeliveryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The reason. It holds no secret.</param>
    /// <param name="isTransient">Whether trying again can help.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    /// <param name="innerException">The cause.</param>
    public AlertDeliveryException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        RetryAfter = retryAfter;
    }

    /// <summary>Gets whether trying again can help.</summary>
    public bool IsTransient { get; } = true;

    /// <summary>Gets how long the service asks to wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; }
}
