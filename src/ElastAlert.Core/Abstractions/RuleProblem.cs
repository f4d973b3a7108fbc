namespace ElastAlert;

/// <summary>Is one thing that is wrong, or questionable, in a configuration or rule file.</summary>
/// <param name="Severity">Whether the rule can run with it.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Message">What is wrong, with the value.</param>
public sealed record RuleProblem(RuleProblemSeverity Severity, SourceLocation Location, string Message)
{
    /// <summary>Gets the name of the rule, as far as it is known.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets the option, such as <c>timeframe</c> or <c>alert[0].slack</c>.</summary>
    public string? Key { get; init; }

    /// <summary>Gets what to do about it.</summary>
    public string? Cure { get; init; }

    /// <summary>Returns the problem on one line: place, rule, key, message, cure.</summary>
    public override string ToString()
    {
        var rule = Rule is null ? "" : $" Rule '{Rule}':";
        var key = Key is null ? "" : $" {Key}:";
        var cure = Cure is null ? "" : $" {Cure}";
        return $"{Location}:{rule}{key} {Message}{cure}";
    }
}
