namespace ElastAlert.State.Writeback;

/// <summary>Keeps the state of rules beside a writeback index: manifests, and parts that they name.</summary>
/// <remarks>
/// A commit writes parts and alerts first, under its own id, and then replaces the manifest. Whatever is interrupted before that has written
/// documents that nothing names; the owner of the rule removes them later.
/// </remarks>
internal sealed class WritebackStateStore(StateIndices indices, RuleManifests manifests, CommittedAlerts alerts, StateSweep sweep) : IStateStore
{
    private const int MostReloads = 5;

    /// <inheritdoc/>
    public async Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);
        sweep.IsDue(rule);
        return await LoadAsync(rule, static part => !part.StartsWith(StatePart.WaitingPrefix, StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var before = await BeforeAsync(commit, cancellationToken).ConfigureAwait(false);
            if (before?.Manifest.CommitId == commit.CommitId)
                return CommitOutcome.Committed;
            if (before?.Manifest.CommitId != commit.PreviousCommitId)
                return CommitOutcome.Conflict;
            return await CommitAsync(before, commit, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // It is not known what happened: the next attempt begins with reading.
            manifests.Forget(commit.Rule);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(name);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);

        // Parts are read in great numbers by the owner, whose manifest is the last one.
        var known = await manifests.GetKnownAsync(rule, cancellationToken).ConfigureAwait(false);
        var state = known is null ? null : await ReadPartsAsync(known, part => part == name, cancellationToken).ConfigureAwait(false);
        if (state is not { Parts: [_] })
            state = await LoadAsync(rule, part => part == name, cancellationToken).ConfigureAwait(false);
        return state?.Parts.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var parts = new Dictionary<string, IReadOnlyList<StatePart>>(StringComparer.Ordinal);
        bool IsWanted(string part) => part.StartsWith(prefix, StringComparison.Ordinal);
        foreach (var stored in await manifests.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var state = await ReadPartsAsync(stored, IsWanted, cancellationToken).ConfigureAwait(false)
                ?? await LoadAsync(stored.Manifest.Rule, IsWanted, cancellationToken).ConfigureAwait(false);
            if (state?.Parts.Count > 0)
                parts.Add(state.Rule, state.Parts);
        }

        return parts;
    }

    private async Task<StoredManifest?> BeforeAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        var known = await manifests.GetKnownAsync(commit.Rule, cancellationToken).ConfigureAwait(false);
        return known is null || known.Manifest.CommitId == commit.PreviousCommitId
            ? known
            : await manifests.ReadAsync(commit.Rule, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CommitOutcome> CommitAsync(StoredManifest? before, RunCommit commit, CancellationToken cancellationToken)
    {
        var plan = CommitPlan.Of(before?.Manifest, commit, alerts.Unfinished(commit.Rule, before?.Manifest.Batches ?? []));
        await WriteAsync(plan, cancellationToken).ConfigureAwait(false);
        if (!await manifests.ReplaceAsync(before, plan.Next, cancellationToken).ConfigureAwait(false))
            return await ExplainConflictAsync(commit, cancellationToken).ConfigureAwait(false);
        alerts.Committed(plan);
        sweep.Committed(plan);
        await sweep.RunAsync(plan.Next, cancellationToken).ConfigureAwait(false);
        return CommitOutcome.Committed;
    }

    private async Task WriteAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        var state = new BulkRequest(indices.State.Index);
        PartDocuments.Write(state, plan);
        if (!state.IsEmpty)
        {
            foreach (var id in sweep.Take(plan.Next.Rule))
                state.Delete(id);
            await state.SendAndCheckAsync(indices.State.Transport, cancellationToken).ConfigureAwait(false);
        }

        var outbox = new BulkRequest(indices.Outbox.Index);
        AlertDocuments.Write(outbox, plan);
        await outbox.SendAndCheckAsync(indices.Outbox.Transport, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CommitOutcome> ExplainConflictAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        // The server may have done what an earlier attempt asked for, although its answer was lost.
        var current = await manifests.ReadAsync(commit.Rule, cancellationToken).ConfigureAwait(false);
        if (current?.Manifest.CommitId == commit.CommitId)
            return CommitOutcome.Committed;
        if (current is null)
            indices.CheckAgain();
        return CommitOutcome.Conflict;
    }

    private async Task<RuleState?> LoadAsync(string rule, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        StoredManifest? last = null;
        for (var i = 0; i < MostReloads; i++)
        {
            var stored = await manifests.ReadAsync(rule, cancellationToken).ConfigureAwait(false);
            if (stored is null)
                return null;
            if (await ReadPartsAsync(stored, isWanted, cancellationToken).ConfigureAwait(false) is { } state)
                return state;
            if (stored.Version == last?.Version)
                throw Incomplete(stored);
            last = stored;
        }

        throw new SearchException($"The state of the rule '{rule}' changed again and again while it was read.") { IsTransient = true };
    }

    private StateFormatException Incomplete(StoredManifest stored) => new(
        $"The state of the rule '{stored.Manifest.Rule}' is incomplete: documents that '{indices.State.Index}/_doc/{stored.Manifest.RuleKey}' names are " +
        "missing or cut. It was left as it is: restore the index from a snapshot, or delete that document to let the rule begin anew.");

    private async Task<RuleState?> ReadPartsAsync(StoredManifest stored, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        var manifest = stored.Manifest;
        var wanted = manifest.Parts.Where(part => isWanted(part.Key)).ToDictionary();
        var parts = await PartDocuments.ReadAsync(indices.State, manifest.RuleKey, wanted, cancellationToken).ConfigureAwait(false);
        if (parts.Count < wanted.Count)
            return null;
        return new RuleState
        {
            Rule = manifest.Rule,
            CommitId = manifest.CommitId,
            Lease = manifest.Lease,
            Checkpoint = manifest.Checkpoint,
            Parts = [.. parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal)],
        };
    }
}
