using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Registers a rule type: its name, what it wants, and how it is made.</summary>
public sealed record RuleTypeRegistration
{
    /// <summary>Gets the name that rules write after <c>type</c>: a word, or the dotted path of a Python class that it stands in for.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the options that a rule must have.</summary>
    public IReadOnlyList<string> RequiredOptions { get; init; } = [];

    /// <summary>Gets the names of the options that it reads, so that they are not reported as unknown.</summary>
    /// <value>The default is empty: those that the reference's rule type of this name has.</value>
    public IReadOnlyList<string> KnownOptions { get; init; } = [];

    /// <summary>Gets what finds the problems of a rule when it is loaded, or <see langword="null"/> for nothing.</summary>
    public Func<Rule, IEnumerable<RuleProblem>>? Validate { get; init; }

    /// <summary>Gets what says which data a rule needs.</summary>
    /// <value>The default asks for hits.</value>
    public Func<Rule, RuleTypeNeeds> Describe { get; init; } = static _ => new RuleTypeNeeds();

    /// <summary>Gets what writes the text about a match of the rule, <see cref="RuleMatch.Summary"/>, from the fields of the match.</summary>
    /// <value>The default is no text. It also serves matches that were found elsewhere, such as those imported from ElastAlert's indices.</value>
    public Func<Rule, Document, string> Summarize { get; init; } = static (_, _) => "";

    /// <summary>Gets what makes the rule type of a rule.</summary>
    public required Func<RuleTypeContext, IRuleType> Create { get; init; }
}
