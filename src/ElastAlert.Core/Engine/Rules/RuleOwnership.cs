using ElastAlert.Diagnostics;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Services;

namespace ElastAlert.Engine.Rules;

/// <summary>Holds the memory of a rule while this process has its lease, and keeps and returns that.</summary>
/// <param name="rule">The rule.</param>
/// <param name="loader">Loads the memory.</param>
/// <param name="commits">Commits.</param>
/// <param name="services">The log.</param>
/// <param name="health">How the rule is doing.</param>
/// <param name="begin">Does with memory that was loaded what the last commit left to be done.</param>
internal sealed class RuleOwnership(
    Rule rule, RuleLoader loader, RuleCommits commits, EngineServices services, RuleHealth health, Func<RuleMemory, CancellationToken, Task> begin)
    : IDisposable
{
    /// <summary>Gets the memory, or <see langword="null"/> while it is not loaded.</summary>
    public RuleMemory? Memory { get; private set; }

    /// <summary>Gets whether this process has the lease, as far as it knows.</summary>
    public bool HasLease => commits.HasLease;

    /// <summary>Loads the memory, unless it is loaded or another process has the lease.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <returns>The memory, or <see langword="null"/>.</returns>
    public async Task<RuleMemory?> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await commits.RetryAsync(cancellationToken).ConfigureAwait(false);
        if (Memory is not null && commits.IsLoaded)
            return Memory;
        Memory = null;
        var (memory, other) = await loader.LoadAsync(now, cancellationToken).ConfigureAwait(false);
        if (memory is null)
        {
            if (!health.IsOwnedElsewhere)
                Log.RuleOwnedElsewhere(services.Logger, rule.Name, other!.Owner, other.Until);
            health.WaitFor(other!);
            return null;
        }

        await begin(memory, cancellationToken).ConfigureAwait(false);
        Memory = memory;
        health.Begin(memory.Checkpoint.End ?? memory.Checkpoint.ResumeFrom);
        return memory;
    }

    /// <summary>Makes sure that this process has the lease, if nobody else took it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it has.</returns>
    public async Task<bool> HoldAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isHeld = false;
        await TryAsync(async () => isHeld = await commits.HoldLeaseAsync(now, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return isHeld;
    }

    /// <summary>Renews the lease when half of it is over. May be called while the rule runs.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RenewAsync(DateTimeOffset now, CancellationToken cancellationToken) => TryAsync(() => commits.RenewLeaseAsync(now, cancellationToken));

    /// <summary>Gives the lease back, if this process has it, so that another one need not wait for its end.</summary>
    /// <param name="now">The moment.</param>
    public async Task ReleaseAsync(DateTimeOffset now)
    {
        await TryAsync(() => commits.ReleaseLeaseAsync(now)).ConfigureAwait(false);
        Memory = null;
    }

    /// <summary>Drops the memory, so that the last commit is what counts.</summary>
    public void Drop() => Memory = null;

    /// <inheritdoc/>
    public void Dispose() => commits.Dispose();

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (CommitConflictException)
        {
            // Another process runs the rule; the next step of this one finds that out and waits.
        }
        catch (Exception exception) when (exception is StoreException or StateFormatException)
        {
            // A store border: as long as the lease cannot be renewed, nothing is delivered.
            Log.StoreFailed(services.Logger, rule.Name, exception.Message, exception);
        }
    }
}
