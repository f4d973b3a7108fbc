namespace ElastAlert.Alerters.Command;

/// <summary>Starts processes.</summary>
internal interface ICommandLauncher
{
    /// <summary>Starts a process and, where that is asked for, waits for its end.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="cancellationToken">Kills a process that is waited for.</param>
    /// <returns>The exit status, or <see langword="null"/> when it is not waited for.</returns>
    /// <exception cref="AlertDeliveryException">It could not be started, or did not end in time.</exception>
    Task<int?> RunAsync(CommandStart start, CancellationToken cancellationToken);
}
