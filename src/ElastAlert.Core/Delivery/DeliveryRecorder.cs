using ElastAlert.Diagnostics;

namespace ElastAlert.Delivery;

/// <summary>Records what became of attempts, and settles alerts: writes their records and takes them from the outbox.</summary>
/// <remarks>
/// What could not be written is kept and tried again. A channel waits until the outbox has its last attempt, so that only a crash can repeat a
/// delivery; nobody waits for the history.
/// </remarks>
/// <param name="rule">The name of the rule.</param>
/// <param name="records">Makes records.</param>
/// <param name="services">What deliveries work with.</param>
/// <param name="contents">Reads the matches and texts of alerts.</param>
/// <param name="settled">Is told of each alert that is settled.</param>
internal sealed class DeliveryRecorder(
    string rule, AlertRecords records, DeliveryServices services, AlertContents contents, Action<AlertDelivery> settled) : IDisposable
{
    private readonly WriteQueue _attempts = new();
    private readonly WriteQueue _settlements = new();

    /// <summary>Takes note of an attempt.</summary>
    /// <param name="delivery">The alert.</param>
    /// <param name="entry">The entry as it is now.</param>
    public void Add(AlertDelivery delivery, OutboxEntry entry) => _attempts.Add(token => RecordAsync(delivery, entry, token));

    /// <summary>Takes note that an alert is to be settled.</summary>
    /// <param name="delivery">The alert.</param>
    public void Settle(AlertDelivery delivery) => _settlements.Add(token => SettleAsync(delivery, token));

    /// <summary>Records attempts, in order.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether all are recorded.</returns>
    public Task<bool> RecordAsync(CancellationToken cancellationToken) => WriteAsync(_attempts, cancellationToken);

    /// <summary>Settles alerts, in order.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether all are settled.</returns>
    public Task<bool> SettleAsync(CancellationToken cancellationToken) => WriteAsync(_settlements, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _attempts.Dispose();
        _settlements.Dispose();
    }

    private async Task<bool> WriteAsync(WriteQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            await queue.WriteAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store border: the outbox or the history is away; nothing is lost meanwhile.
            Log.OutboxFailed(services.Logger, rule, exception.Message, exception);
            return false;
        }
    }

    // What was delivered is a fact, whoever has the rule by now. What was not is for its owner to say.
    private async Task RecordAsync(AlertDelivery delivery, OutboxEntry entry, CancellationToken cancellationToken)
    {
        var isFact = entry.State == OutboxEntryState.Delivered;
        if (!isFact && !delivery.IsForgotten && !await services.HoldLease(cancellationToken).ConfigureAwait(false) && !delivery.IsForgotten)
            throw new ElastAlertException("The lease of the rule could not be renewed.");
        if (isFact || !delivery.IsForgotten)
            await WithContentAsync(delivery, () => services.Outbox.RecordAsync([Updated(delivery, entry)], cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.IsForgotten)
            return;
        await WithContentAsync(delivery, () => WriteHistoryAsync(delivery, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!delivery.HasDead)
            await services.Outbox.RecordAsync([new OutboxChange.Removed(delivery.Alert.Rule, delivery.Alert.Id)], cancellationToken).ConfigureAwait(false);
        settled(delivery);
    }

    private static OutboxChange.Updated Updated(AlertDelivery delivery, OutboxEntry entry) =>
        new(delivery.Alert.Rule, delivery.Alert.Id, delivery.WithTexts(entry));

    private Task WriteHistoryAsync(AlertDelivery delivery, CancellationToken cancellationToken) => services.History is { } history
        ? history.WriteAsync(records.Of(delivery.Alert, delivery.Matches, delivery.Entries, services.Time.GetUtcNow()), cancellationToken)
        : Task.CompletedTask;

    // Of an alert that is not in the outbox any more, nothing is left to be written.
    private async Task WithContentAsync(AlertDelivery delivery, Func<Task> write, CancellationToken cancellationToken)
    {
        if (!await contents.OpenAsync(delivery, cancellationToken).ConfigureAwait(false))
            return;
        try
        {
            await write().ConfigureAwait(false);
        }
        finally
        {
            contents.Close(delivery);
        }
    }
}
