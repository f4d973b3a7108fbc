using ElastAlert.Diagnostics;

namespace ElastAlert.Delivery;

/// <summary>Delivers through one channel of a rule: the only owner of its alerter, so alerts go out one after another.</summary>
internal sealed class ChannelDelivery : IAsyncDisposable
{
    private static readonly TimeSpan LeasePause = TimeSpan.FromSeconds(5);

    private readonly Rule _rule;
    private readonly AlerterEntry _entry;
    private readonly IAlerter _alerter;
    private readonly IReadOnlyList<string> _usesReceiptsOf;
    private readonly DeliveryServices _services;
    private readonly Func<AlertDelivery, int, OutboxEntry, CancellationToken, Task> _record;
    private readonly SemaphoreSlim _added = new(0);
    private volatile bool _isSending;

    /// <summary>Creates the delivery of a channel.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="entry">The entry of its <c>alert</c> list.</param>
    /// <param name="alerter">The alerter.</param>
    /// <param name="usesReceiptsOf">The alerters whose first attempt is awaited.</param>
    /// <param name="services">What deliveries work with.</param>
    /// <param name="record">Takes note of what became of an attempt, by the place of its entry, and records it.</param>
    public ChannelDelivery(
        Rule rule,
        AlerterEntry entry,
        IAlerter alerter,
        IReadOnlyList<string> usesReceiptsOf,
        DeliveryServices services,
        Func<AlertDelivery, int, OutboxEntry, CancellationToken, Task> record)
    {
        (_rule, _entry, _alerter) = (rule, entry, alerter);
        (_usesReceiptsOf, _services, _record) = (usesReceiptsOf, services, record);
    }

    /// <summary>Gets the name of the channel.</summary>
    public string Channel => _entry.Channel;

    /// <summary>Gets what reads the matches and texts of alerts.</summary>
    public required AlertContents Contents { get; init; }

    /// <summary>Gets what is told of an alert that is not in the outbox any more.</summary>
    public required Action<AlertDelivery> Gone { get; init; }

    /// <summary>Gets what waits.</summary>
    public ChannelQueue Queue { get; } = new();

    /// <summary>Gets whether an attempt is in progress, or an alert waits for its first one.</summary>
    public bool IsBusy => _isSending || Queue.FirstAttempts > 0;

    /// <summary>Adds a delivery.</summary>
    /// <param name="delivery">The alert.</param>
    /// <param name="entry">The entry of the channel.</param>
    public void Add(AlertDelivery delivery, OutboxEntry entry)
    {
        Queue.Add(delivery, entry);
        _added.Release();
    }

    /// <summary>Delivers what is due, until nothing is.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether this process may deliver.</returns>
    public async Task<bool> DeliverDueAsync(CancellationToken cancellationToken)
    {
        _isSending = true;
        try
        {
            while (Queue.Take(_services.Time.GetUtcNow()) is { } delivery)
            {
                if (!await AttemptAsync(delivery, cancellationToken).ConfigureAwait(false))
                    return false;
            }

            return true;
        }
        finally
        {
            _isSending = false;
        }
    }

    /// <summary>Delivers what is due and waits for more, until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends the loop.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var mayDeliver = await DeliverDueAsync(cancellationToken).ConfigureAwait(false);
            await WaitAsync(mayDeliver ? TimeSpan.Zero : LeasePause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _added.Dispose();
        if (_alerter is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        else
            (_alerter as IDisposable)?.Dispose();
    }

    private async Task WaitAsync(TimeSpan least, CancellationToken cancellationToken)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var added = _added.WaitAsync(wake.Token);
        var now = _services.Time.GetUtcNow();
        var waits = Queue.NextDue(now) is { } due
            ? Task.Delay(due - now > least ? due - now : least, _services.Time, wake.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, _services.Time, wake.Token);
        await Task.WhenAny(added, waits).ConfigureAwait(false);
        await wake.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(added, waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    // Only who has the rule may send: a process that slept longer than its lease finds out here that another one goes on.
    private async Task<bool> AttemptAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        var place = delivery.PlaceOf(Channel);
        var before = delivery.Entry(place);
        if (before.State != OutboxEntryState.Pending)
            return true;
        await delivery.WaitForReceiptsAsync(place, _usesReceiptsOf, cancellationToken).ConfigureAwait(false);
        if (!await _services.HoldLease(cancellationToken).ConfigureAwait(false))
        {
            Queue.PutBack(delivery, before);
            return false;
        }

        if (delivery.IsForgotten)
            return true;
        if (await OpenAsync(delivery, cancellationToken).ConfigureAwait(false) is not { } isThere)
        {
            Queue.PutBack(delivery, before);
            return false;
        }

        if (!isThere)
        {
            Gone(delivery);
            return true;
        }

        try
        {
            await AttemptAsync(delivery, place, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Contents.Close(delivery);
        }

        return true;
    }

    // A store border: an alert that cannot be read waits in its place.
    private async Task<bool?> OpenAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await Contents.OpenAsync(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OutboxFailed(_services.Logger, _rule.Name, exception.Message, exception);
            return null;
        }
    }

    private async Task AttemptAsync(AlertDelivery delivery, int place, CancellationToken cancellationToken)
    {
        var before = delivery.Entry(place);
        var after = DeliveryPolicy.IsExpired(before, _services.Time.GetUtcNow())
            ? before with { State = OutboxEntryState.Dead }
            : await TrySendAsync(delivery, place, before, cancellationToken).ConfigureAwait(false);
        await _record(delivery, place, after, cancellationToken).ConfigureAwait(false);
        if (after.State == OutboxEntryState.Pending)
            Queue.Add(delivery, after);
    }

    private async Task<OutboxEntry> TrySendAsync(AlertDelivery delivery, int place, OutboxEntry entry, CancellationToken cancellationToken)
    {
        using var activity = _services.Activity.StartDelivery(_rule.Name, Channel);
        return await SendAsync(delivery, place, entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OutboxEntry> SendAsync(AlertDelivery delivery, int place, OutboxEntry entry, CancellationToken cancellationToken)
    {
        var alert = delivery.ToAlert(place, _rule);
        using var timeout = new CancellationTokenSource(_services.AttemptTimeout, _services.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var receipt = await _alerter.SendAsync(alert, limit.Token).ConfigureAwait(false);
            Log.AlertDelivered(_services.Logger, _rule.Name, alert.Id, Channel);
            _services.Metrics.Attempted(_rule.Name, _entry.Name, failed: false);
            var delivered = DeliveryPolicy.Delivered(entry, receipt);
            _services.Delivered?.Invoke(alert, delivered);
            return delivered;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The border to an alerter: whatever it throws is a failed delivery of this entry and of nothing else (Q56).
            return await FailAsync(alert, entry, exception, timeout.IsCancellationRequested).ConfigureAwait(false);
        }
    }

    private async Task<OutboxEntry> FailAsync(Alert alert, OutboxEntry entry, Exception exception, bool isTimeout)
    {
        var failure = exception as AlertDeliveryException ?? (isTimeout && exception is OperationCanceledException
            ? new AlertDeliveryException($"It took longer than {_services.AttemptTimeout}.", exception)
            : new AlertDeliveryException(exception.Message, exception));
        var now = _services.Time.GetUtcNow();
        var failed = DeliveryPolicy.Failed(entry, failure, now, _services.Chance());
        _services.Metrics.Attempted(_rule.Name, _entry.Name, failed: true);
        if (failed.State == OutboxEntryState.Dead)
            Log.AlertDead(_services.Logger, _rule.Name, alert.Id, Channel, failure.Message);
        else
            Log.DeliveryFailed(_services.Logger, _rule.Name, alert.Id, Channel, failed.NextAttempt, failure.Message);
        if (_services.ReportError is { } report)
            await report(_rule.Name, $"Error while running alert {_entry.Name}: {failure.Message}", exception).ConfigureAwait(false);
        return failed;
    }
}
