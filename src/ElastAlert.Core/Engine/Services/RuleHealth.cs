using ElastAlert.Values;

namespace ElastAlert.Engine.Services;

/// <summary>Keeps how a rule is doing, for whoever asks.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleHealth(Rule rule)
{
    private readonly Lock _lock = new();
    private volatile RuleStatus _status = new() { Rule = rule, Condition = RuleCondition.Running };

    /// <summary>Gets how the rule is doing.</summary>
    public RuleStatus Status => _status;

    /// <summary>Gets whether the rule stays as it is until its file changes.</summary>
    public bool IsStopped => _status.Condition is RuleCondition.Failed or RuleCondition.StateUnreadable;

    /// <summary>Gets whether another process runs the rule.</summary>
    public bool IsOwnedElsewhere => _status.Condition == RuleCondition.OwnedElsewhere;

    /// <summary>Gets the moment before which the rule need not be woken, besides its grid: a pause, or the lease of another process.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Takes note of when the rule runs next.</summary>
    /// <param name="next">The moment.</param>
    public void Announce(DateTimeOffset? next) => Change(status => status with { NextRun = next });

    /// <summary>Takes note that this process runs the rule.</summary>
    /// <param name="coveredUntil">The moment up to which its documents were read, or <see langword="null"/>.</param>
    public void Begin(DateTimeOffset? coveredUntil)
    {
        PausedUntil = null;
        if (IsOwnedElsewhere)
            Set(RuleCondition.Running, null);
        Change(status => status with { CoveredUntil = coveredUntil });
    }

    /// <summary>Takes note of the moment up to which the documents of the rule were read.</summary>
    /// <param name="end">The moment, or <see langword="null"/> when it is as before.</param>
    public void Cover(DateTimeOffset? end) => Change(status => status with { CoveredUntil = end ?? status.CoveredUntil });

    /// <summary>Takes note that another process runs the rule.</summary>
    /// <param name="other">Its lease.</param>
    public void WaitFor(RuleLease other)
    {
        PausedUntil = other.Until;
        Set(
            RuleCondition.OwnedElsewhere,
            $"{other.Owner} runs it until {IsoTime.Format(other.Until)}; this process takes over when that lease ends.");
    }

    /// <summary>Takes note of when the rule may run again.</summary>
    /// <param name="until">The moment, or <see langword="null"/> when it may now, or never again.</param>
    public void PauseUntil(DateTimeOffset? until) => PausedUntil = until;

    /// <summary>Takes note of a run that was completed.</summary>
    /// <param name="report">Its report.</param>
    public void Complete(RunReport report)
    {
        var isWell = report.Notices.Count == 0;
        Set(isWell ? RuleCondition.Running : RuleCondition.Degraded, isWell ? null : string.Join("; ", report.Notices));
        Tell(report);
    }

    /// <summary>Takes note of the report of the last run.</summary>
    /// <param name="report">The report.</param>
    public void Tell(RunReport report) => Change(status => status with { LastRun = report });

    /// <summary>Takes note of what the rule is doing, and why.</summary>
    /// <param name="condition">What it is doing.</param>
    /// <param name="reason">Why, or <see langword="null"/>.</param>
    public void Set(RuleCondition condition, string? reason) => Change(status => status with { Condition = condition, Reason = reason });

    // The rule and what keeps its lease may both have news.
    private void Change(Func<RuleStatus, RuleStatus> change)
    {
        lock (_lock)
            _status = change(_status);
    }
}
