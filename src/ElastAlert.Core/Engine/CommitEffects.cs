using ElastAlert.Delivery;
using ElastAlert.Diagnostics;

namespace ElastAlert.Engine;

/// <summary>Does what follows when a commit of a rule happened, and when another process has taken the rule.</summary>
/// <param name="rule">The rule.</param>
/// <param name="services">What rules share.</param>
/// <param name="delivery">The delivery of its alerts.</param>
internal sealed class CommitEffects(Rule rule, EngineServices services, RuleDelivery delivery)
{
    private volatile Checkpoint? _last;

    /// <summary>Gets the moment up to which the data of the rule was looked at, or <see langword="null"/> before that is known.</summary>
    public DateTimeOffset? CoveredUntil => _last is { } last ? last.End ?? last.ResumeFrom : null;

    /// <summary>Takes note of what was loaded.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public void Loaded(Checkpoint checkpoint) => _last = checkpoint;

    /// <summary>Makes visible what a commit brought.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="content">What it was built from.</param>
    public void Committed(RunCommit commit, CommitContent content)
    {
        _last = content.Checkpoint;
        services.Silences.Add(content.Silences);
        services.Metrics.SilencesSet(rule.Name, content.Silences.Count);
        delivery.Add(commit.Alerts);
    }

    /// <summary>Leaves to another process what is not delivered yet.</summary>
    public void Lost()
    {
        services.Metrics.Conflict(rule.Name);
        delivery.Forget();
        Log.CommitConflicted(services.Logger, rule.Name);
    }

    /// <summary>Writes the records that the history may lack.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task RecordAsync(RuleMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Unrecorded.Count > 0
            && (services.Dependencies.History is not { } history
                || await TryWriteAsync(history, memory.Unrecorded, cancellationToken).ConfigureAwait(false)))
        {
            memory.Unrecorded = [];
        }
    }

    private async Task<bool> TryWriteAsync(IHistory history, IReadOnlyList<HistoryDocument> records, CancellationToken cancellationToken)
    {
        try
        {
            await history.WriteAsync(records, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store border: the records stay in the state and are written with those of the next commit.
            Log.HistoryFailed(services.Logger, records.Count, exception.Message, exception);
            return false;
        }
    }
}
