namespace ElastAlert;

/// <summary>Delivers alerts to one place: a command, a mailbox, a chat, a ticket system.</summary>
/// <remarks>
/// One instance per rule and entry of its <c>alert</c> list, called by one loop at a time, so implementations need no locks; disposed on
/// reload and stop where it is <see cref="IDisposable"/> or <see cref="IAsyncDisposable"/>. The engine retries; an alerter tries once.
/// An alert may come again with the same <see cref="Alert.Id"/> after a crash.
/// </remarks>
public interface IAlerter
{
    /// <summary>Delivers one alert.</summary>
    /// <param name="alert">The alert with its texts.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="AlertDeliveryException">It was not delivered. Any other exception counts as one that may succeed later.</exception>
    Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken);
}
