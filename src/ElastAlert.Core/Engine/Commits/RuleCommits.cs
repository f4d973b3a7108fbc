using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Commits;

/// <summary>
/// Commits the steps of one rule, each on top of the one before, and with them holds its lease. What a commit brings becomes visible when, and
/// only when, it happened.
/// </summary>
/// <remarks>One step after another: the rule commits its runs, and while a run takes long, others renew the lease.</remarks>
/// <param name="store">The store.</param>
/// <param name="builder">Builds commits.</param>
/// <param name="lease">For whom leases are taken, and for how long.</param>
/// <param name="effects">Does what follows from a commit.</param>
internal sealed class RuleCommits(IStateStore store, RunCommitBuilder builder, LeaseTerms lease, CommitEffects effects) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile RunCommit? _last;
    private volatile bool _isLoaded;
    private RunCommit? _pending;
    private CommitContent? _pendingContent;

    /// <summary>Gets whether what was loaded is still the state, as far as this process knows.</summary>
    public bool IsLoaded => _isLoaded;

    /// <summary>Gets whether this process was the last to take the lease, as far as it knows; it may be over.</summary>
    public bool HasLease => _last?.Lease.Owner == lease.Owner;

    /// <summary>Gets when the lease ends.</summary>
    public DateTimeOffset LeaseUntil => _last?.Lease.Until ?? DateTimeOffset.MinValue;

    /// <summary>Reads the state that the next commit builds on.</summary>
    /// <param name="stateName">The name of the state.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<RuleState?> LoadAsync(string stateName, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            var state = await store.LoadAsync(stateName, cancellationToken).ConfigureAwait(false);
            (_last, _isLoaded) = (state is null ? null : LastOf(state), true);
            return state;
        },
        cancellationToken);

    /// <summary>Commits a step.</summary>
    /// <param name="memory">The memory of the rule; as after the commit.</param>
    /// <param name="content">What the step changed.</param>
    /// <param name="cancellationToken">Ends the work; the commit may have happened all the same.</param>
    /// <exception cref="CommitConflictException">Another owner has committed.</exception>
    /// <exception cref="StoreException">The store did not answer; the commit is tried again before anything else.</exception>
    public async Task CommitAsync(RuleMemory memory, CommitContent content, CancellationToken cancellationToken)
    {
        await InTurnAsync(
            async () =>
            {
                await SendPendingAsync(cancellationToken).ConfigureAwait(false);
                if (!_isLoaded)
                    throw new CommitConflictException();
                (_pending, _pendingContent) = (builder.Build(memory, content, _last?.CommitId, NextLease(content.Now)), content);
                return await SendPendingAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await effects.RecordAsync(memory, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Commits where a rule stands, and renews its lease.</summary>
    /// <param name="memory">The memory of the rule; as after the commit.</param>
    /// <param name="checkpoint">Where it stands.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work; the commit may have happened all the same.</param>
    public Task CommitPositionAsync(RuleMemory memory, Checkpoint checkpoint, DateTimeOffset now, CancellationToken cancellationToken) =>
        CommitAsync(
            memory,
            new CommitContent { CommitId = Guid.NewGuid().ToString("N"), Now = now, Checkpoint = checkpoint, Held = memory.Held },
            cancellationToken);

    /// <summary>Tries the commit again, unchanged, that the store did not answer to; without one, does nothing.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store still does not answer.</exception>
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await InTurnAsync(() => SendPendingAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (CommitConflictException)
        {
            // Somebody was faster; the state is loaded again anyway.
        }
    }

    /// <summary>Returns whether this process may deliver: it holds the lease, or could renew it, since nobody had taken it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CommitConflictException">Another owner has committed.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public async Task<bool> HoldLeaseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (HasLease && now < LeaseUntil)
            return true;
        await CommitLeaseAsync(now + lease.Time, cancellationToken).ConfigureAwait(false);
        return HasLease;
    }

    /// <summary>Renews the lease when half of it is over, whatever the rule is doing.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CommitConflictException">Another owner has committed.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public async Task RenewLeaseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (HasLease && LeaseUntil - now <= lease.Time / 2)
            await CommitLeaseAsync(now + lease.Time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the lease back, so that another process need not wait for its end.</summary>
    /// <param name="now">The moment.</param>
    /// <exception cref="CommitConflictException">Another owner has committed.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public async Task ReleaseLeaseAsync(DateTimeOffset now)
    {
        await CommitLeaseAsync(now, CancellationToken.None).ConfigureAwait(false);
        (_last, _isLoaded) = (null, false);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Task<bool> CommitLeaseAsync(DateTimeOffset until, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            await SendPendingAsync(cancellationToken).ConfigureAwait(false);
            if (_last is not { } last || !HasLease)
                return false;
            (_pending, _pendingContent) = (
                last with { CommitId = Guid.NewGuid().ToString("N"), PreviousCommitId = last.CommitId, Lease = last.Lease with { Until = until } }, null);
            return await SendPendingAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    // A run commits as of the moment it began, and while it took long, the lease was renewed.
    private RuleLease NextLease(DateTimeOffset now)
    {
        var until = now + lease.Time;
        return _last?.Lease is { } last && last.Owner == lease.Owner
            ? last with { Until = last.Until > until ? last.Until : until }
            : new RuleLease(lease.Owner, (_last?.Lease.Epoch ?? 0) + 1, until);
    }

    private static RunCommit LastOf(RuleState state) => new()
    {
        Rule = state.Rule,
        CommitId = state.CommitId,
        PreviousCommitId = null,
        Lease = state.Lease,
        Checkpoint = state.Checkpoint,
    };

    private async Task<bool> SendPendingAsync(CancellationToken cancellationToken)
    {
        if (_pending is not { } commit)
            return false;
        var outcome = await StoreBorder.CallAsync(token => store.CommitAsync(commit, token), cancellationToken).ConfigureAwait(false);
        var content = _pendingContent;
        (_pending, _pendingContent) = (null, null);
        if (outcome == CommitOutcome.Conflict)
        {
            (_last, _isLoaded) = (null, false);
            effects.Lost();
            throw new CommitConflictException();
        }

        _last = commit with { Parts = [], Alerts = [] };
        if (content is not null)
            effects.Committed(commit, content);
        return true;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await step().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
