namespace ElastAlert.State.InMemory;

/// <summary>Keeps state and outbox in memory: nothing of it outlives the process.</summary>
/// <remarks>Public for tests and for hosts that may forget: after a restart, the engine begins as on its first day.</remarks>
public sealed class InMemoryStateStore : IStateStore, IOutbox
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, InMemoryRuleState> _rules = new(StringComparer.Ordinal);
    private readonly InMemoryOutboxAlerts _alerts = new();

    /// <inheritdoc/>
    public Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_rules.GetValueOrDefault(rule)?.ToRuleState());
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(Commit(commit));
    }

    /// <inheritdoc/>
    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_rules.GetValueOrDefault(rule)?.Part(name));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        cancellationToken.ThrowIfCancellationRequested();
        var parts = new Dictionary<string, IReadOnlyList<StatePart>>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (rule, state) in _rules)
            {
                if (state.PartsNamed(prefix) is { Count: > 0 } found)
                    parts.Add(rule, found);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>>(parts);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return _alerts.Of(rule, includeDead).ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(alertId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_alerts.Find(rule, alertId));
    }

    /// <inheritdoc/>
    public Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            foreach (var change in changes)
                _alerts.Apply(change);
        }

        return Task.CompletedTask;
    }

    private CommitOutcome Commit(RunCommit commit)
    {
        var rule = _rules.GetValueOrDefault(commit.Rule);
        if (rule is not null && rule.CommitId == commit.CommitId)
            return CommitOutcome.Committed;
        if (rule?.CommitId != commit.PreviousCommitId)
            return CommitOutcome.Conflict;
        if (rule is null)
            _rules.Add(commit.Rule, rule = new InMemoryRuleState());
        rule.Apply(commit);
        foreach (var alert in commit.Alerts)
            _alerts.Add(alert);
        return CommitOutcome.Committed;
    }
}
