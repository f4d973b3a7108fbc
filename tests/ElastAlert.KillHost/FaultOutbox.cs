namespace ElastAlert.KillHost;

/// <summary>Is an outbox with points before and after each call.</summary>
internal sealed class FaultOutbox(IOutbox inner, FaultPoints faults) : IOutbox
{
    public Task<IReadOnlyList<OutboxAlert>> LoadAsync(string? rule, bool includeDead, CancellationToken cancellationToken) =>
        faults.AroundAsync("outbox-load", () => inner.LoadAsync(rule, includeDead, cancellationToken));

    public Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken) =>
        faults.AroundAsync(changes.Any(change => change is OutboxChange.Removed) ? "remove" : "record", () => inner.RecordAsync(changes, cancellationToken));
}
