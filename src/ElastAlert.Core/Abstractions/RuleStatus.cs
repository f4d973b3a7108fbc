namespace ElastAlert;

/// <summary>Says how a rule is doing.</summary>
public sealed record RuleStatus
{
    /// <summary>Gets the rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Gets what the rule is doing.</summary>
    public required RuleCondition Condition { get; init; }

    /// <summary>Gets why it does not run, or what is wrong with it; or <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the report of the last run, or <see langword="null"/> before it.</summary>
    public RunReport? LastRun { get; init; }

    /// <summary>Gets when it runs next, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>Gets the moment up to which the data of the rule was looked at, or <see langword="null"/> before that is known.</summary>
    public DateTimeOffset? CoveredUntil { get; init; }

    /// <summary>Gets how many alerts wait to be delivered.</summary>
    public int PendingAlerts { get; init; }

    /// <summary>Gets how many dead letters there are.</summary>
    public int DeadLetters { get; init; }
}
