namespace ElastAlert;

/// <summary>Tells people about failures of the engine: by mail (<c>notify_email</c>) and through alerters (<c>notify_alert</c>).</summary>
/// <remarks>Called from many threads. What it throws is logged and nothing else.</remarks>
public interface IFailureNotifier
{
    /// <summary>Tells about a failure.</summary>
    /// <param name="notification">What went wrong.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    Task NotifyAsync(FailureNotification notification, CancellationToken cancellationToken);
}
