namespace ElastAlert;

/// <summary>Keeps committed alerts until they are settled: delivered or dead on every channel, and recorded.</summary>
/// <remarks>Called from many threads; one channel of a rule is recorded by one loop at a time. Alerts enter with a <see cref="RunCommit"/>.</remarks>
public interface IOutbox
{
    /// <summary>Reads alerts one after another, in any order.</summary>
    /// <param name="rule">The rule, or <see langword="null"/> for all.</param>
    /// <param name="includeDead">Whether alerts of which only dead letters are left are read too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <remarks>
    /// After an outage there may be more alerts than fit into memory: read them from the storage in pages. Every alert that is there all the time is
    /// read once; one that is committed, changed or removed meanwhile may be read as it was before or as it is after.
    /// </remarks>
    IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, CancellationToken cancellationToken);

    /// <summary>Reads one alert.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="alertId">The alert.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The alert, or <see langword="null"/> where there is none.</returns>
    Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken);

    /// <summary>Records what became of deliveries.</summary>
    /// <param name="changes">The changes, applied in order; repeating them changes nothing.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken);
}
