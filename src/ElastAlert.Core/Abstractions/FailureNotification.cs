namespace ElastAlert;

/// <summary>Is the news that something went wrong, for the people who run the engine (engine.md 5.11).</summary>
/// <param name="Message">What went wrong. No secrets.</param>
/// <param name="OccurredAt">When.</param>
public sealed record FailureNotification(string Message, DateTimeOffset OccurredAt)
{
    /// <summary>Gets the rule that failed, or <see langword="null"/> for an error that was handled.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Gets whether the rule was stopped until its file changes.</summary>
    public bool IsRuleDisabled { get; init; }

    /// <summary>Gets where it went wrong, as a trace, or <see langword="null"/>.</summary>
    public string? Trace { get; init; }
}
