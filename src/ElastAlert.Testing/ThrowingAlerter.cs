namespace ElastAlert.Testing;

/// <summary>Is an alerter that fails, for ever or a number of times, and delivers to another one afterwards.</summary>
public sealed class ThrowingAlerter : IAlerter
{
    private readonly Func<Alert, Exception> _fail;
    private readonly int _times;
    private readonly IAlerter _afterwards;
    private int _attempts;

    /// <summary>Creates an alerter that always says that the service is not there, and that trying again may help.</summary>
    public ThrowingAlerter()
        : this(static _ => new AlertDeliveryException("The service does not answer.", isTransient: true))
    {
    }

    /// <summary>Creates an alerter that fails.</summary>
    /// <param name="fail">Makes the exception.</param>
    /// <param name="times">How many attempts fail.</param>
    /// <param name="afterwards">What gets the alerts of later attempts; the default forgets them.</param>
    public ThrowingAlerter(Func<Alert, Exception> fail, int times = int.MaxValue, IAlerter? afterwards = null)
    {
        ArgumentNullException.ThrowIfNull(fail);
        _fail = fail;
        _times = times;
        _afterwards = afterwards ?? new CollectingAlerter();
    }

    /// <summary>Gets how often the alerter was called.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Returns a registration whose every entry is this alerter.</summary>
    /// <param name="name">The name that rules write.</param>
    public AlerterRegistration Register(string name = "throw") => new() { Name = name, Create = _ => this };

    /// <inheritdoc/>
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _attempts) <= _times
            ? Task.FromException<AlertReceipt>(_fail(alert))
            : _afterwards.SendAsync(alert, cancellationToken);
}
