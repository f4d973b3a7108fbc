namespace ElastAlert.Engine.Rules;

/// <summary>Lists, sends again and drops dead letters, in the outbox that all processes share.</summary>
/// <param name="outbox">The outbox.</param>
/// <param name="time">The clock.</param>
/// <param name="changed">Lets the rules of this process look at the outbox.</param>
internal sealed class DeadLetters(IOutbox outbox, TimeProvider time, Func<CancellationToken, Task> changed) : IDeadLetters
{
    private static readonly TimeSpan RetryTime = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string? rule, CancellationToken cancellationToken)
    {
        var alerts = await outbox.LoadAsync(rule, includeDead: true, cancellationToken).ConfigureAwait(false);
        return [.. alerts.SelectMany(static alert =>
            alert.Entries.Where(static entry => entry.State == OutboxEntryState.Dead).Select(entry => new DeadLetter(alert, entry)))];
    }

    /// <inheritdoc/>
    public async Task<int> ResendAsync(string alertId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var letters = (await ListAsync(null, cancellationToken).ConfigureAwait(false)).Where(letter => letter.Alert.Id == alertId).ToList();
        if (letters.Count == 0)
            return 0;
        await outbox.RecordAsync(
            [.. letters.Select(letter => new OutboxChange.Updated(letter.Alert.Rule, alertId, letter.Entry with
            {
                State = OutboxEntryState.Pending,
                Attempts = 0,
                NextAttempt = now,
                Deadline = now + RetryTime,
            }))],
            cancellationToken).ConfigureAwait(false);
        await changed(cancellationToken).ConfigureAwait(false);
        return letters.Count;
    }

    /// <inheritdoc/>
    public async Task<bool> DropAsync(string alertId, CancellationToken cancellationToken)
    {
        var alerts = await outbox.LoadAsync(null, includeDead: true, cancellationToken).ConfigureAwait(false);
        if (alerts.FirstOrDefault(alert => alert.Id == alertId) is not { } alert
            || alert.Entries.Any(static entry => entry.State == OutboxEntryState.Pending))
        {
            return false;
        }

        await outbox.RecordAsync([new OutboxChange.Removed(alert.Rule, alertId)], cancellationToken).ConfigureAwait(false);
        return true;
    }
}
