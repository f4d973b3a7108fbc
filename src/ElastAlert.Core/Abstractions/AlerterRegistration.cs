using System.Text.Json;

namespace ElastAlert;

/// <summary>Registers an alerter: its name, what it needs, how its texts look, and how it is made.</summary>
public sealed record AlerterRegistration
{
    /// <summary>Gets the name that rules write after <c>alert</c>: a word, or the dotted path of a Python class that it stands in for.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the options that an entry must have, its own or the rule's.</summary>
    public IReadOnlyList<string> RequiredOptions { get; init; } = [];

    /// <summary>Gets the names of the options that it reads, so that they are not reported as unknown.</summary>
    /// <value>The default is empty: those that the reference's alerter of this name has.</value>
    public IReadOnlyList<string> KnownOptions { get; init; } = [];

    /// <summary>Gets how the texts differ from the common ones.</summary>
    public AlertTextProfile TextProfile { get; init; } = AlertTextProfile.Default;

    /// <summary>Gets the alerters whose receipts it uses, so that their first attempt is awaited.</summary>
    public IReadOnlyList<string> UsesReceiptsOf { get; init; } = [];

    /// <summary>Gets what finds the problems of an entry when its rule is loaded, or <see langword="null"/> for nothing.</summary>
    public Func<Rule, AlerterEntry, IEnumerable<RuleProblem>>? Validate { get; init; }

    /// <summary>Gets what describes an entry in records (<c>alert_info</c>): at least its type, and no secrets.</summary>
    /// <value>The default is the type alone.</value>
    public Func<AlerterEntry, IReadOnlyDictionary<string, JsonElement>>? Describe { get; init; }

    /// <summary>Gets what makes the alerter of an entry.</summary>
    public required Func<AlerterContext, IAlerter> Create { get; init; }
}
