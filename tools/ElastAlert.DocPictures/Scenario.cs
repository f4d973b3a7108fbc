namespace ElastAlert.DocPictures;

/// <summary>Is what a picture shows: a rule, and what happens.</summary>
/// <param name="Type">The rule type.</param>
/// <param name="Options">The options of the rule as JSON.</param>
/// <param name="Happenings">What happens, in order.</param>
/// <param name="EndsEvery">The minutes between two ends of windows, 0 for none.</param>
public sealed record Scenario(string Type, string Options, IReadOnlyList<Happening> Happenings, int EndsEvery = 0)
{
    /// <summary>Gets the text below the time line.</summary>
    public required string Caption { get; init; }
}
