using System.Runtime.CompilerServices;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is the way of one process to a store that outlives it.</summary>
/// <param name="life">The process.</param>
/// <param name="store">The store.</param>
/// <param name="history">The history.</param>
/// <param name="recorded">Is told of what is recorded about deliveries.</param>
internal sealed class MortalStore(ProcessLife life, FaultyStore store, IHistory history, Action<OutboxChange> recorded) : IStateStore, IOutbox, IHistory
{
    public Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken) =>
        life.LeaveAsync(() => store.LoadAsync(rule, cancellationToken));

    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken) =>
        life.LeaveAsync(() => store.CommitAsync(commit, cancellationToken));

    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken) =>
        life.LeaveAsync(() => store.LoadPartAsync(rule, name, cancellationToken));

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken) =>
        life.LeaveAsync(() => store.LoadPartsAsync(prefix, cancellationToken));

    public async IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var alert in await life.LeaveAsync(() => store.LoadAsync(rule, includeDead, cancellationToken)))
            yield return alert;
    }

    public Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken) =>
        life.LeaveAsync(() => store.FindAsync(rule, alertId, cancellationToken));

    public Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken) => life.LeaveAsync(async () =>
    {
        await store.RecordAsync(changes, cancellationToken);
        foreach (var change in changes)
            recorded(change);
        return true;
    });

    public Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken) => life.LeaveAsync(async () =>
    {
        await store.WriteAsync(documents, cancellationToken);
        await history.WriteAsync(documents, cancellationToken);
        return true;
    });
}
