namespace ElastAlert.Engine.Commits;

/// <summary>Is the border to stores, which may throw anything: a store that does not answer makes a rule wait, and never stops it.</summary>
internal static class StoreBorder
{
    /// <summary>Calls a store.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreException">The store did not answer.</exception>
    /// <exception cref="StateFormatException">The store answered that its state cannot be read.</exception>
    public static async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not StateFormatException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new StoreException(exception.Message, exception);
        }
    }
}
