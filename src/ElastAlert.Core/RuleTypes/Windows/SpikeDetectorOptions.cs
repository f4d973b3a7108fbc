using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what a <see cref="SpikeDetector"/> is told by its rule type.</summary>
internal sealed record SpikeDetectorOptions
{
    /// <summary>Gets the length of each window.</summary>
    public required TimeSpan Timeframe { get; init; }

    /// <summary>Gets what decides.</summary>
    public required SpikeComparison Comparison { get; init; }

    /// <summary>Gets what of a window is compared.</summary>
    public required SpikeMeasure Measure { get; init; }

    /// <summary>Gets what writes the text about a match.</summary>
    public required Func<Rule, Document, string> Summarize { get; init; }

    /// <summary>Gets whether a key is compared before its own reference window was filled once.</summary>
    public bool AlertOnNewData { get; init; }

    /// <summary>Gets whether an entry of zero can be the event of a match.</summary>
    public bool CountsZero { get; init; }
}
