using System.Globalization;

namespace ElastAlert.Engine.Memory;

/// <summary>Names the parts of a rule's state.</summary>
internal static class PartNames
{
    /// <summary>What the names of the rule type's parts begin with.</summary>
    public const string RuleType = "type/";

    /// <summary>The part that holds the answer to the last seed query.</summary>
    public const string Seed = "seed/last";

    /// <summary>The part that holds the records of the last commit.</summary>
    public const string Records = "records/last";

    /// <summary>Returns what to throw for a part that is not there.</summary>
    /// <param name="name">The name of the part.</param>
    public static StateFormatException Missing(string name) =>
        new($"The saved part '{name}' is missing: restore the state from a backup, or remove it to begin anew.");

    /// <summary>Names a part of waiting matches.</summary>
    /// <param name="number">Its number.</param>
    public static string Waiting(long number) => string.Create(CultureInfo.InvariantCulture, $"{StatePart.WaitingPrefix}{number}");
}
