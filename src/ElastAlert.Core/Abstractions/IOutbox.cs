namespace ElastAlert;

/// <summary>Keeps committed alerts until they are settled: delivered or dead on every channel, and recorded.</summary>
/// <remarks>Called from many threads; one channel of a rule is recorded by one loop at a time. Alerts enter with a <see cref="RunCommit"/>.</remarks>
public interface IOutbox
{
    /// <summary>Reads alerts in the order of their delivery.</summary>
    /// <param name="rule">The rule, or <see langword="null"/> for all.</param>
    /// <param name="includeDead">Whether alerts of which only dead letters are left are read too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<OutboxAlert>> LoadAsync(string? rule, bool includeDead, CancellationToken cancellationToken);

    /// <summary>Records what became of deliveries.</summary>
    /// <param name="changes">The changes, applied in order; repeating them changes nothing.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken);
}
