using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Services;

/// <summary>Reads from a store and writes nothing to it: what is committed is kept in a store that is forgotten (debug mode, Q73).</summary>
/// <param name="inner">The store that is read.</param>
/// <param name="forgetful">The store that is written.</param>
internal sealed class ReadOnlyState(IStateStore inner, IStateStore forgetful) : IStateStore
{
    /// <inheritdoc/>
    public async Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        if (await forgetful.LoadAsync(rule, cancellationToken).ConfigureAwait(false) is { } own)
            return own;
        if (await inner.LoadAsync(rule, cancellationToken).ConfigureAwait(false) is not { } state)
            return null;
        var copy = new RunCommit
        {
            Rule = rule,
            CommitId = state.CommitId,
            PreviousCommitId = null,
            Lease = state.Lease with { Owner = "", Until = DateTimeOffset.MinValue },
            Checkpoint = state.Checkpoint,
            Parts = state.Parts,
        };
        await forgetful.CommitAsync(copy, cancellationToken).ConfigureAwait(false);
        return await forgetful.LoadAsync(rule, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken) =>
        forgetful.CommitAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken) =>
        forgetful.LoadPartAsync(rule, name, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken) =>
        inner.LoadPartsAsync(prefix, cancellationToken);
}
