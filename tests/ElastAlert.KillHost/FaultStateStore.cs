namespace ElastAlert.KillHost;

/// <summary>Is a store with points before and after each call.</summary>
internal sealed class FaultStateStore(IStateStore inner, FaultPoints faults) : IStateStore
{
    public Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken) =>
        faults.AroundAsync("load", () => inner.LoadAsync(rule, cancellationToken));

    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken) =>
        faults.AroundAsync(commit.Alerts.Count > 0 ? "commit-alerts" : "commit", () => inner.CommitAsync(commit, cancellationToken));

    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken) =>
        faults.AroundAsync("load-part", () => inner.LoadPartAsync(rule, name, cancellationToken));

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken) =>
        faults.AroundAsync("load-parts", () => inner.LoadPartsAsync(prefix, cancellationToken));
}
