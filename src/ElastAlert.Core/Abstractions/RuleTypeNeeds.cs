using System.Text.Json;

namespace ElastAlert;

/// <summary>Says what a rule type wants to be fed with, for one rule.</summary>
public sealed record RuleTypeNeeds
{
    /// <summary>Gets the aggregation that is asked for instead of hits, or <see langword="null"/>.</summary>
    public JsonElement? Aggregation { get; init; }

    /// <summary>Gets the ways of asking that the rule type understands besides its own; others are refused when the rule is loaded.</summary>
    /// <value>The default is <see cref="QueryKind.Hits"/> alone.</value>
    public IReadOnlyList<QueryKind> QueryKinds { get; init; } = [QueryKind.Hits];

    /// <summary>Gets filters that the rule type adds to those of the rule.</summary>
    public IReadOnlyList<JsonElement> Filter { get; init; } = [];

    /// <summary>Gets the fields that the rule type evaluates, besides the query key and the timestamp.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Gets how much past the rule type remembers: what is read again to warm it when its saved state cannot be used.</summary>
    public TimeSpan LookBack { get; init; }

    /// <summary>Gets the plan of the searches before the first run, or <see langword="null"/> for none.</summary>
    public SeedPlan? Seed { get; init; }

    /// <summary>Gets the member of a match whose text is its silence key, or <see langword="null"/> for the query key.</summary>
    /// <remarks>Types derived from flatline use <c>key</c>, whose absence reads <c>None</c> (engine.md 5.2).</remarks>
    public string? SilenceKeyMember { get; init; }

    /// <summary>Gets the factor by which the timeframe is counted back from a match for top counts.</summary>
    /// <value>The default is 1; types derived from flatline use 2 (engine.md 5.5).</value>
    public int TopCountTimeframes { get; init; } = 1;
}
