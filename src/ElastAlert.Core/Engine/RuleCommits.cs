namespace ElastAlert.Engine;

/// <summary>Commits the steps of one rule; what a commit brings becomes visible when, and only when, it happened.</summary>
/// <param name="store">The store.</param>
/// <param name="builder">Builds commits.</param>
/// <param name="committed">Is told of every commit that happened.</param>
/// <param name="record">Writes the records of a commit that happened.</param>
internal sealed class RuleCommits(
    IStateStore store, RunCommitBuilder builder, Action<RunCommit, CommitContent> committed, Func<RuleMemory, CancellationToken, Task> record)
{
    private RunCommit? _pending;
    private CommitContent? _pendingContent;

    /// <summary>Commits a step.</summary>
    /// <param name="memory">The memory of the rule; as after the commit.</param>
    /// <param name="content">What the step changed.</param>
    /// <param name="cancellationToken">Ends the work; the commit may have happened all the same.</param>
    /// <exception cref="CommitConflictException">Another owner has committed.</exception>
    /// <exception cref="StoreException">The store did not answer; the commit is tried again before anything else.</exception>
    public async Task CommitAsync(RuleMemory memory, CommitContent content, CancellationToken cancellationToken)
    {
        (_pending, _pendingContent) = (builder.Build(memory, content), content);
        await SendPendingAsync(cancellationToken).ConfigureAwait(false);
        await record(memory, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries the commit again, unchanged, that the store did not answer to; without one, does nothing.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store still does not answer.</exception>
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendPendingAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CommitConflictException)
        {
            // Somebody was faster; the state is loaded again anyway.
        }
    }

    private async Task SendPendingAsync(CancellationToken cancellationToken)
    {
        if (_pending is not { } commit || _pendingContent is not { } content)
            return;
        if (await StoreBorder.CallAsync(token => store.CommitAsync(commit, token), cancellationToken).ConfigureAwait(false) == CommitOutcome.Conflict)
        {
            (_pending, _pendingContent) = (null, null);
            throw new CommitConflictException();
        }

        (_pending, _pendingContent) = (null, null);
        committed(commit, content);
    }
}
