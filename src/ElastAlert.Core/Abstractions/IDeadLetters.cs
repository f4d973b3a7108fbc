namespace ElastAlert;

/// <summary>Lets an operator see alerts that were given up, send them again, or drop them.</summary>
public interface IDeadLetters
{
    /// <summary>Reads the dead letters, the oldest first.</summary>
    /// <param name="rule">The name of the rule, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string? rule, CancellationToken cancellationToken);

    /// <summary>Lets an alert be tried again on the channels that gave it up, by the process that runs its rule.</summary>
    /// <param name="alertId">The id of the alert.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The number of channels.</returns>
    Task<int> ResendAsync(string alertId, CancellationToken cancellationToken);

    /// <summary>Drops an alert for good.</summary>
    /// <param name="alertId">The id of the alert.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Whether there was such an alert, with nothing left to be tried.</returns>
    Task<bool> DropAsync(string alertId, CancellationToken cancellationToken);
}
