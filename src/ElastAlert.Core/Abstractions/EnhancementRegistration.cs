namespace ElastAlert;

/// <summary>Registers a match enhancement: its name and how it is made.</summary>
public sealed record EnhancementRegistration
{
    /// <summary>Gets the name that rules write under <c>match_enhancements</c>: a word, or the dotted path of a Python class.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what makes the enhancement of a rule.</summary>
    public required Func<Rule, IServiceProvider, IMatchEnhancement> Create { get; init; }
}
