namespace ElastAlert.Delivery;

/// <summary>
/// Bounds what the alerts of a rule that are not delivered yet take in memory: when it is full, the matches and texts of others stay in the outbox, and
/// are read when they are needed.
/// </summary>
/// <param name="outbox">The outbox.</param>
/// <param name="mostBytes">How many bytes of matches and texts are kept; what is being worked on comes on top of it.</param>
internal sealed class AlertContents(IOutbox outbox, long mostBytes)
{
    private long _bytes;

    /// <summary>Gets how many bytes of matches and texts are in memory.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Keeps the content of an alert that was read, if there is room for it.</summary>
    /// <param name="delivery">The delivery of the alert.</param>
    /// <param name="alert">The alert.</param>
    public void Offer(AlertDelivery delivery, OutboxAlert alert)
    {
        if (Bytes + AlertDelivery.SizeOf(alert) <= mostBytes)
            Interlocked.Add(ref _bytes, delivery.Fill(alert, isUsed: false));
    }

    /// <summary>Makes sure that the content of an alert is there until <see cref="Close"/>.</summary>
    /// <param name="delivery">The delivery of the alert.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whether the alert still is in the outbox.</returns>
    public async Task<bool> OpenAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.TryUse())
            return true;
        if (await outbox.FindAsync(delivery.Alert.Rule, delivery.Alert.Id, cancellationToken).ConfigureAwait(false) is not { } alert)
            return false;
        Interlocked.Add(ref _bytes, delivery.Fill(alert, isUsed: true));
        return true;
    }

    /// <summary>Says that the content of an alert is not needed for now.</summary>
    /// <param name="delivery">The delivery of the alert.</param>
    public void Close(AlertDelivery delivery) => Interlocked.Add(ref _bytes, -delivery.Release(isToEmpty: Bytes > mostBytes));

    /// <summary>Says that an alert is not needed any more.</summary>
    /// <param name="delivery">The delivery of the alert.</param>
    public void Drop(AlertDelivery delivery) => Interlocked.Add(ref _bytes, -delivery.Empty());
}
