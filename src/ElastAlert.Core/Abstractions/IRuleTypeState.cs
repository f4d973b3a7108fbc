namespace ElastAlert;

/// <summary>Lets the windows of a rule type survive a restart; implemented beside <see cref="IRuleType"/> by types that remember.</summary>
/// <remarks>
/// The state is a set of named parts. A save returns only the parts that changed since the last save or restore, so that a commit costs
/// what changed; a type with many keys spreads them over parts. The content is compact and begins with a version of the type's own.
/// </remarks>
public interface IRuleTypeState
{
    /// <summary>Returns the parts that changed since the last save or restore; a part with empty content is removed.</summary>
    IReadOnlyList<StatePart> Save();

    /// <summary>Takes over saved parts; called on a fresh instance, before anything is fed.</summary>
    /// <param name="parts">All parts that the saves so far left behind.</param>
    /// <exception cref="StateFormatException">The parts cannot be read.</exception>
    void Restore(IReadOnlyList<StatePart> parts);
}
