namespace ElastAlert.Sqlite.Tests;

/// <summary>Lets a test look, or throw, before every commit.</summary>
internal sealed class WatchedStore(IStateStore inner) : IStateStore
{
    /// <summary>Gets or sets what is called before a commit.</summary>
    public Action Committing { get; set; } = static () => { };

    /// <summary>Gets the size of the largest state that was loaded.</summary>
    public long Loaded { get; private set; }

    public async Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        var state = await inner.LoadAsync(rule, cancellationToken);
        Loaded = Math.Max(Loaded, state?.Parts.Sum(static part => part.Content.Length) ?? 0);
        return state;
    }

    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        Committing();
        return inner.CommitAsync(commit, cancellationToken);
    }

    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken) =>
        inner.LoadPartAsync(rule, name, cancellationToken);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken) =>
        inner.LoadPartsAsync(prefix, cancellationToken);
}
