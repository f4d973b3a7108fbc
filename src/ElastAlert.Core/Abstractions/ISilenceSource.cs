namespace ElastAlert;

/// <summary>Finds silences that did not come from this engine's commits: written by a person, a command line, or ElastAlert itself.</summary>
public interface ISilenceSource
{
    /// <summary>Finds the newest silence of each key.</summary>
    /// <param name="keys">The silence keys.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The silences found, also those that have ended; at most one a key.</returns>
    Task<IReadOnlyList<Silence>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
