namespace ElastAlert;

/// <summary>Is what a rule source supplied: rules and problems.</summary>
/// <param name="Rules">The valid rules, enabled and disabled.</param>
/// <param name="Problems">Everything found wrong or questionable, of all files.</param>
public sealed record RuleSet(IReadOnlyList<Rule> Rules, IReadOnlyList<RuleProblem> Problems)
{
    /// <summary>Gets the valid rules that need something that is not part of this engine yet; they do not start.</summary>
    public IReadOnlyList<Rule> Unsupported { get; init; } = [];

    /// <summary>Gets whether a rule was refused; whether that prevents the start is for the caller to say (<c>skip_invalid</c>).</summary>
    public bool HasErrors => Problems.Any(static problem => problem.Severity == RuleProblemSeverity.Error);
}
