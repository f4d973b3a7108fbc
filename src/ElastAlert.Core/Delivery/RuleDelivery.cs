using ElastAlert.Diagnostics;

namespace ElastAlert.Delivery;

/// <summary>Delivers the committed alerts of one rule, a loop a channel, and settles them: records them and takes them from the outbox.</summary>
internal sealed class RuleDelivery : IAsyncDisposable
{
    private static readonly TimeSpan RecordPause = TimeSpan.FromSeconds(5);

    private readonly Rule _rule;
    private readonly DeliveryServices _services;
    private readonly AlertRecords _records;
    private readonly IReadOnlyList<ChannelDelivery> _channels;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private HashSet<string> _settled = new(StringComparer.Ordinal);
    private HashSet<string> _settledBefore = new(StringComparer.Ordinal);
    private readonly List<Func<CancellationToken, Task>> _unrecorded = [];
    private readonly SemaphoreSlim _recording = new(1, 1);
    private readonly List<Task> _loops = [];
    private int _open;
    private int _dead;

    /// <summary>Creates the delivery of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="alerters">Its alerters in the order of its entries, and whose receipts they use.</param>
    /// <param name="records">Makes records.</param>
    /// <param name="services">What deliveries work with.</param>
    public RuleDelivery(
        Rule rule,
        IReadOnlyList<(AlerterEntry Entry, IAlerter Alerter, IReadOnlyList<string> UsesReceiptsOf)> alerters,
        AlertRecords records,
        DeliveryServices services)
    {
        (_rule, _services, _records) = (rule, services, records);
        _channels = [.. alerters.Select(item => new ChannelDelivery(rule, item.Entry, item.Alerter, item.UsesReceiptsOf, services, RecordAsync))];
    }

    /// <summary>Gets how many alerts are not settled.</summary>
    public int Pending => Volatile.Read(ref _open);

    /// <summary>Gets how many alerts have dead letters.</summary>
    public int DeadLetters => Volatile.Read(ref _dead);

    /// <summary>Gets when the next attempt is due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextDue => _channels.Min(channel => channel.Queue.NextDue(_services.Time.GetUtcNow()));

    /// <summary>Adds committed alerts, in order; one that is known already is left out.</summary>
    /// <param name="alerts">The alerts.</param>
    public void Add(IEnumerable<OutboxAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            lock (_known)
            {
                if (_settled.Contains(alert.Id) || _settledBefore.Contains(alert.Id) || !_known.Add(alert.Id))
                    continue;
            }

            Add(alert);
        }
    }

    /// <summary>Says that the outbox is about to be read again: what is settled since the last time is not taken for new.</summary>
    public void BeginRefresh()
    {
        lock (_known)
            (_settledBefore, _settled) = (_settled, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Starts the loops.</summary>
    public void Start() => _loops.AddRange(_channels.Select(channel => Task.Run(() => channel.RunAsync(_stop.Token))));

    /// <summary>Delivers everything that is due, without loops.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_channels.Select(channel => channel.DeliverDueAsync(cancellationToken))).ConfigureAwait(false);
        await RecordAgainAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets what is in memory; the alerts stay in the outbox.</summary>
    public void Forget()
    {
        foreach (var channel in _channels)
            channel.Queue.Clear();
        lock (_known)
            _known.Clear();
        (_open, _dead) = (0, 0);
    }

    /// <summary>Waits until every alert was tried once, and stops the loops.</summary>
    /// <param name="patience">How long it waits.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        var until = _services.Time.GetUtcNow() + patience;
        while (_loops.Count > 0 && _channels.Any(static channel => channel.IsBusy) && _services.Time.GetUtcNow() < until)
            await Task.Delay(TimeSpan.FromMilliseconds(20), _services.Time).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RecordAgainAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var channel in _channels)
            await channel.DisposeAsync().ConfigureAwait(false);
        _recording.Dispose();
        _stop.Dispose();
    }

    private void Add(OutboxAlert alert)
    {
        var delivery = new AlertDelivery(alert with { Entries = [.. alert.Entries.Select(Orphaned)] });
        Interlocked.Increment(ref _open);
        if (delivery.IsSettled)
        {
            // Settled but still there: the process ended before the record, or the rule has lost the channel.
            foreach (var entry in delivery.Entries.Except(alert.Entries))
                AddUnrecorded(token => _services.Outbox.RecordAsync([new OutboxChange.Updated(alert.Rule, alert.Id, entry)], token));
            AddUnrecorded(token => SettleAsync(delivery, token));
            RecordLeftovers();
            return;
        }

        foreach (var channel in _channels)
        {
            var place = delivery.PlaceOf(channel.Channel);
            if (place >= 0 && delivery.Entry(place).State == OutboxEntryState.Pending)
                channel.Add(delivery, delivery.Entry(place));
        }
    }

    // No attempt is to come that would record them.
    private void RecordLeftovers()
    {
        if (_loops.Count > 0)
            _loops.Add(Task.Run(() => RecordUntilDoneAsync(_stop.Token)));
    }

    private async Task RecordUntilDoneAsync(CancellationToken cancellationToken)
    {
        while (!await RecordAgainAsync(cancellationToken).ConfigureAwait(false))
            await Task.Delay(RecordPause, _services.Time, cancellationToken).ConfigureAwait(false);
    }

    private OutboxEntry Orphaned(OutboxEntry entry) =>
        entry.State != OutboxEntryState.Pending || _channels.Any(channel => channel.Channel == entry.Channel)
            ? entry
            : entry with { State = OutboxEntryState.Dead, LastError = $"The rule has no channel {entry.Channel} any more." };

    private async Task RecordAsync(AlertDelivery delivery, OutboxEntry entry, bool settles, CancellationToken cancellationToken)
    {
        AddUnrecorded(token => _services.Outbox.RecordAsync([new OutboxChange.Updated(delivery.Alert.Rule, delivery.Alert.Id, entry)], token));
        if (settles)
            AddUnrecorded(token => SettleAsync(delivery, token));
        if (_loops.Count > 0)
            await RecordUntilDoneAsync(cancellationToken).ConfigureAwait(false);
        else
            await RecordAgainAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        var entries = delivery.Entries;
        var sent = entries.Any(static entry => entry.State == OutboxEntryState.Delivered);
        if (_services.History is { } history)
        {
            var records = _records.Of(delivery.Alert, delivery.Matches, entries, _services.Time.GetUtcNow());
            await history.WriteAsync(records, cancellationToken).ConfigureAwait(false);
        }

        if (!delivery.HasDead)
            await _services.Outbox.RecordAsync([new OutboxChange.Removed(delivery.Alert.Rule, delivery.Alert.Id)], cancellationToken).ConfigureAwait(false);
        else
            Interlocked.Increment(ref _dead);
        Interlocked.Decrement(ref _open);
        lock (_known)
        {
            _known.Remove(delivery.Alert.Id);
            _settled.Add(delivery.Alert.Id);
        }

        _services.Metrics.Settled(_rule.Name, delivery.Matches.Count, sent);
    }

    private void AddUnrecorded(Func<CancellationToken, Task> record)
    {
        lock (_unrecorded)
            _unrecorded.Add(record);
    }

    // Records are written in order. What is delivered but not recorded is kept, so that only a crash can make it be delivered again.
    private async Task<bool> RecordAgainAsync(CancellationToken cancellationToken)
    {
        await _recording.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (First() is { } record)
            {
                await record(cancellationToken).ConfigureAwait(false);
                lock (_unrecorded)
                    _unrecorded.RemoveAt(0);
            }

            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store border: the outbox or the history is away; nothing is lost meanwhile.
            Log.OutboxFailed(_services.Logger, _rule.Name, exception.Message, exception);
            return false;
        }
        finally
        {
            _recording.Release();
        }
    }

    private Func<CancellationToken, Task>? First()
    {
        lock (_unrecorded)
            return _unrecorded.Count == 0 ? null : _unrecorded[0];
    }
}
