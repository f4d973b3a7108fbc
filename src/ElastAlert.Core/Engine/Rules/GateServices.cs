using ElastAlert.Alerting;

namespace ElastAlert.Engine.Rules;

/// <summary>Is what the stages of a rule's gate work with.</summary>
internal sealed record GateServices
{
    /// <summary>Gets what knows silences from outside, or <see langword="null"/>.</summary>
    public ISilenceSource? Silences { get; init; }

    /// <summary>Gets the enhancements of the rule in order, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, IMatchEnhancement>> Enhancements { get; init; } = [];

    /// <summary>Gets what counts the most frequent values.</summary>
    public required ITopCounts TopCounts { get; init; }

    /// <summary>Gets what makes links.</summary>
    public required IDiscoverLinks Links { get; init; }

    /// <summary>Gets the entries of the rule in order, and what renders the texts of each.</summary>
    public required IReadOnlyList<KeyValuePair<AlerterEntry, IAlertTexts>> Texts { get; init; }
}
