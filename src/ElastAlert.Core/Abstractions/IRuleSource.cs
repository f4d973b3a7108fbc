namespace ElastAlert;

/// <summary>Supplies the rules of an engine: from files, code, or a database of the host.</summary>
/// <remarks>Asked at start, and again at every reload; called by one loop at a time.</remarks>
public interface IRuleSource
{
    /// <summary>Loads all rules as they are now.</summary>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <returns>The rules that are valid and the problems of those that are not.</returns>
    Task<RuleSet> LoadAsync(CancellationToken cancellationToken);
}
