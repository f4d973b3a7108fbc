namespace ElastAlert;

/// <summary>Is what a rule type is made of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Services">The services of the host.</param>
public sealed record RuleTypeContext(Rule Rule, IServiceProvider Services)
{
    /// <summary>Gets what takes note of the data that the rule type leaves out.</summary>
    public SkipLog Skipped { get; init; } = new();
}
