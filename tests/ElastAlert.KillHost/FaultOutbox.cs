using System.Runtime.CompilerServices;

namespace ElastAlert.KillHost;

/// <summary>Is an outbox with points before and after each call.</summary>
internal sealed class FaultOutbox(IOutbox inner, FaultPoints faults) : IOutbox
{
    public async IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var alert in await faults.AroundAsync("outbox-load", () => inner.LoadAsync(rule, includeDead, cancellationToken)))
            yield return alert;
    }

    public Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken) =>
        faults.AroundAsync("outbox-find", () => inner.FindAsync(rule, alertId, cancellationToken));

    public Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken) =>
        faults.AroundAsync(changes.Any(change => change is OutboxChange.Removed) ? "remove" : "record", () => inner.RecordAsync(changes, cancellationToken));
}
