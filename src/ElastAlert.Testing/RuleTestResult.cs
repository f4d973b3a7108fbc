namespace ElastAlert.Testing;

/// <summary>Is what one run of a rule under test gave.</summary>
/// <param name="Report">What the run found and decided.</param>
/// <param name="Alerts">What was sent through the alerter <c>collect</c>.</param>
public sealed record RuleTestResult(RunReport Report, IReadOnlyList<Alert> Alerts);
