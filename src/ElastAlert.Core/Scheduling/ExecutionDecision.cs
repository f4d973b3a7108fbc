namespace ElastAlert.Scheduling;

/// <summary>Says whether a rule with <c>limit_execution</c> may run now.</summary>
/// <param name="MayRun">Whether it may.</param>
/// <param name="WaitUntil">The next moment at which it may, or <see langword="null"/> when there is none.</param>
internal readonly record struct ExecutionDecision(bool MayRun, DateTimeOffset? WaitUntil);
