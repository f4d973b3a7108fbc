using System.Collections.Concurrent;

namespace ElastAlert.Testing;

/// <summary>Is an alerter that keeps what it is given.</summary>
/// <param name="receipt">Makes the receipt of an alert; the default makes an empty one.</param>
public sealed class CollectingAlerter(Func<Alert, AlertReceipt>? receipt = null) : IAlerter
{
    private readonly ConcurrentQueue<Alert> _alerts = new();

    /// <summary>Gets the alerts so far, in order.</summary>
    public IReadOnlyList<Alert> Alerts => [.. _alerts];

    /// <summary>Returns a registration whose every entry is this alerter.</summary>
    /// <param name="name">The name that rules write.</param>
    public AlerterRegistration Register(string name = "collect") => new() { Name = name, Create = _ => this };

    /// <inheritdoc/>
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        cancellationToken.ThrowIfCancellationRequested();
        _alerts.Enqueue(alert);
        return Task.FromResult(receipt?.Invoke(alert) ?? AlertReceipt.None);
    }
}
