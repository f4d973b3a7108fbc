using ElastAlert.Alerting;
using ElastAlert.Diagnostics;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Services;
using ElastAlert.Values;

namespace ElastAlert.Engine.Rules;

/// <summary>Loads the memory of a rule from its last commit, or from what an earlier ElastAlert left, and takes the lease.</summary>
/// <param name="rule">The rule.</param>
/// <param name="type">Its rule type.</param>
/// <param name="services">What rules share.</param>
/// <param name="commits">Commits.</param>
internal sealed class RuleLoader(Rule rule, RuleTypeRegistration type, EngineServices services, RuleCommits commits)
{
    /// <summary>Gets the name of the rule's state.</summary>
    public string StateName => rule.Name + services.StateSuffix;

    /// <summary>Loads the memory.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <returns>The memory, or the lease of the process that runs the rule.</returns>
    public async Task<(RuleMemory? Memory, RuleLease? Other)> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await StoreBorder.CallAsync(FromStoreAsync, cancellationToken).ConfigureAwait(false);
        var isOurs = state is not null && state.Lease.Owner == services.Owner.Name;
        if (state is not null && !isOurs && state.Lease.Until > now && !services.IgnoresLeases && !services.Owner.IsGone(state.Lease.Owner))
            return (null, state.Lease);

        var memory = RuleStateReader.Read(rule, StateName, type, services.Dependencies.Services, state, services.BeginsAnew && !isOurs);
        if (!isOurs)
            await TakeOverAsync(memory, state is null, now, cancellationToken).ConfigureAwait(false);
        await RemoveImportedAsync(memory, cancellationToken).ConfigureAwait(false);
        return (memory, null);
    }

    // Everybody's silences first, since all that is decided depends on them.
    private async Task<RuleState?> FromStoreAsync(CancellationToken cancellationToken)
    {
        await services.Silences.EnsureLoadedAsync(cancellationToken).ConfigureAwait(false);
        return await commits.LoadAsync(StateName, cancellationToken).ConfigureAwait(false);
    }

    // What is imported is committed first and removed from the old indices only then, so that it is never in neither place.
    private async Task TakeOverAsync(RuleMemory memory, bool isFirst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var import = isFirst && services.Imports ? services.Dependencies.Import : null;
        var imported = import is null
            ? null
            : await StoreBorder.CallAsync(token => import.ReadAsync(rule, now, token), cancellationToken).ConfigureAwait(false);
        var held = memory.Held;
        foreach (var alert in imported?.Alerts ?? [])
            held = held.With(ToHeld(alert) with { Number = held.NextNumber });
        var content = new CommitContent
        {
            CommitId = Guid.NewGuid().ToString("N"),
            Now = now,
            Checkpoint = memory.Checkpoint with
            {
                ResumeFrom = ResumeFrom(imported, now) ?? memory.Checkpoint.ResumeFrom,
                Imported = imported is null ? memory.Checkpoint.Imported : [.. imported.Alerts.SelectMany(static alert => alert.Documents)],
            },
            Held = held,
        };
        await commits.CommitAsync(memory, content, cancellationToken).ConfigureAwait(false);
        if (imported is not { LastEnd: null, Alerts: [] } and not null)
            Log.StateImported(services.Logger, rule.Name, imported.LastEnd, imported.Alerts.Count);
    }

    // Where that fails, or the process dies before, it is done with a later start; the rule does not wait for it.
    private async Task RemoveImportedAsync(RuleMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Checkpoint.Imported is not { Count: > 0 } documents || services.Dependencies.Import is not { } import || services.Dependencies.Tuning.IsDebug)
            return;
        try
        {
            await import.CompleteAsync(documents, cancellationToken).ConfigureAwait(false);
            memory.Checkpoint = memory.Checkpoint with { Imported = [] };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store border.
            Log.ImportNotRemoved(services.Logger, rule.Name, documents.Count, exception.Message, exception);
        }
    }

    private DateTimeOffset? ResumeFrom(ImportedState? imported, DateTimeOffset now) =>
        imported?.LastEnd is { } end && now - end < rule.Schedule.OldQueryLimit && services.Dependencies.Tuning.Start is null ? end : null;

    // An alert that was being retried had its enhancements; one that was held for a rule that aggregates had not (engine.md 5.8).
    private HeldAggregate ToHeld(ImportedAlert alert) => new(alert.Id, alert.AggregationKey, alert.AlertTime)
    {
        IsEnhanced = rule.Alerting.Aggregation is null,
        Matches = [.. alert.Matches.Select(ToMatch)],
    };

    private RuleMatch ToMatch(Document fields)
    {
        var time = fields.Find(rule.Timestamp.Field).AsText();
        return new RuleMatch
        {
            Fields = fields.ToOwned(),
            Timestamp = time is not null && IsoTime.TryParse(time, out var moment) ? moment : DateTimeOffset.UnixEpoch,
            Summary = type.Summarize(rule, fields),
        };
    }
}
