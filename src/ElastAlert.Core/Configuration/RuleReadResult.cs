namespace ElastAlert.Configuration;

/// <summary>Is what reading one rule gave.</summary>
/// <param name="Rule">The rule, or <see langword="null"/> when a problem is an error.</param>
/// <param name="Problems">What was found wrong or questionable.</param>
internal sealed record RuleReadResult(Rule? Rule, IReadOnlyList<RuleProblem> Problems)
{
    /// <summary>Gets whether the rule needs something that is not part of this engine yet.</summary>
    public bool IsUnsupported => Problems.Any(static problem => problem.Severity == RuleProblemSeverity.NotSupported);
}
