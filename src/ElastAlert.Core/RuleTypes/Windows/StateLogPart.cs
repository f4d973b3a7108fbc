using System.Globalization;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a part of a <see cref="StateLog"/>: what was written together.</summary>
/// <param name="number">The number; later parts have greater ones.</param>
internal sealed class StateLogPart(long number)
{
    private const string Prefix = "log/";

    /// <summary>Gets the number.</summary>
    public long Number { get; } = number;

    /// <summary>Gets the name in the saved state.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Number}");

    /// <summary>Gets what was written; some of it may be written anew elsewhere since, or gone.</summary>
    public List<StateEntry> Written { get; } = [];

    /// <summary>Gets what is gone, of which earlier parts hold copies.</summary>
    public List<StateEntry> Removed { get; } = [];

    /// <summary>Gets or sets the number of bytes.</summary>
    public int Size { get; set; }

    /// <summary>Gets or sets how much of what was written is up to date.</summary>
    public int Live { get; set; }

    /// <summary>Gets whether most of the part is outdated.</summary>
    public bool IsMostlyOutdated => 2 * (Live + Removed.Count) < Written.Count + Removed.Count;

    /// <summary>Returns the number in the name of a part.</summary>
    public static long NumberOf(StatePart part) =>
        part.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(part.Name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw StateReader.Damaged();
}
