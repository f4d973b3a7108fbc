namespace ElastAlert.KillHost;

/// <summary>Is an alerter with points before and after each sending.</summary>
internal sealed class FaultAlerter(IAlerter inner, FaultPoints faults) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        faults.AroundAsync("send", () => inner.SendAsync(alert, cancellationToken));
}
