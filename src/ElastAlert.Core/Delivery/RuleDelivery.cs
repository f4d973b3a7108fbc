namespace ElastAlert.Delivery;

/// <summary>Delivers the committed alerts of one rule, a loop a channel, and one that settles them.</summary>
internal sealed class RuleDelivery : IAsyncDisposable
{
    private static readonly TimeSpan RecordPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainPause = TimeSpan.FromMilliseconds(20);

    private readonly Rule _rule;
    private readonly DeliveryServices _services;
    private readonly AlertContents _contents;
    private readonly DeliveryRecorder _recorder;
    private readonly IReadOnlyList<ChannelDelivery> _channels;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _toRecord = new(0);
    private readonly Dictionary<string, AlertDelivery> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dead = new(StringComparer.Ordinal);
    private HashSet<string> _settled = new(StringComparer.Ordinal);
    private HashSet<string> _settledBefore = new(StringComparer.Ordinal);
    private IReadOnlyList<Task> _loops = [];

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
        (_rule, _services) = (rule, services);
        _contents = new AlertContents(services.Outbox, services.MostBytes);
        _recorder = new DeliveryRecorder(rule.Name, records, services, _contents, Settled);
        _channels = [.. alerters.Select(item => new ChannelDelivery(rule, item.Entry, item.Alerter, item.UsesReceiptsOf, services, RecordAsync)
        {
            Contents = _contents,
            Gone = Gone,
        })];
    }

    /// <summary>Gets how many alerts are not settled.</summary>
    public int Pending
    {
        get
        {
            lock (_known)
                return _known.Count;
        }
    }

    /// <summary>Gets how many alerts have dead letters.</summary>
    public int DeadLetters
    {
        get
        {
            lock (_known)
                return _dead.Count;
        }
    }

    /// <summary>Gets how many bytes of matches and texts are in memory.</summary>
    public long Bytes => _contents.Bytes;

    /// <summary>Gets when the next attempt is due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextDue => _channels.Min(channel => channel.Queue.NextDue(_services.Time.GetUtcNow()));

    /// <summary>Adds committed alerts; one that is known already is left out.</summary>
    /// <param name="alerts">The alerts.</param>
    public void Add(IEnumerable<OutboxAlert> alerts) => Add([.. alerts.Select(Prepare).OfType<AlertDelivery>()]);

    /// <summary>Reads alerts that are to be added, and keeps of most of them no more than is needed to know when they are due.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<AlertDelivery>> PrepareAsync(IAsyncEnumerable<OutboxAlert> alerts, CancellationToken cancellationToken)
    {
        var deliveries = new List<AlertDelivery>();
        await foreach (var alert in alerts.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (Prepare(alert) is { } delivery)
                deliveries.Add(delivery);
        }

        return deliveries;
    }

    /// <summary>Makes the delivery of an alert that is to be added, or returns <see langword="null"/> where it is known.</summary>
    /// <param name="alert">The alert.</param>
    public AlertDelivery? Prepare(OutboxAlert alert)
    {
        if (!IsNew(alert.Id))
            return null;
        var delivery = new AlertDelivery(alert, channel => _channels.Any(item => item.Channel == channel));
        _contents.Offer(delivery, alert);
        return delivery;
    }

    /// <summary>Adds deliveries in the order of their alerts; one that is known meanwhile is left out.</summary>
    /// <param name="deliveries">The deliveries.</param>
    public void Add(IReadOnlyList<AlertDelivery> deliveries)
    {
        foreach (var delivery in OutboxExtensions.InOrder(deliveries, static delivery => delivery.Alert))
        {
            bool isNew;
            lock (_known)
            {
                isNew = IsNew(delivery.Alert.Id);
                if (isNew)
                {
                    _known.Add(delivery.Alert.Id, delivery);
                    _dead.Remove(delivery.Alert.Id);
                }
            }

            if (isNew)
                Queue(delivery);
            else
                _contents.Drop(delivery);
        }
    }

    /// <summary>Says that the outbox is about to be read again: what is settled since the last time is not taken for new.</summary>
    public void BeginRefresh()
    {
        lock (_known)
            (_settledBefore, _settled) = (_settled, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Starts the loops.</summary>
    public void Start() => _loops =
    [
        Task.Run(() => RecordLoopAsync(_stop.Token)),
        .. _channels.Select(channel => Task.Run(() => channel.RunAsync(_stop.Token))),
    ];

    /// <summary>Delivers everything that is due, without loops.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_channels.Select(channel => channel.DeliverDueAsync(cancellationToken))).ConfigureAwait(false);
        await RecordAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets what is in memory; the alerts stay in the outbox.</summary>
    public void Forget()
    {
        lock (_known)
        {
            foreach (var delivery in _known.Values)
            {
                delivery.Forget();
                _contents.Drop(delivery);
            }

            _known.Clear();
            _dead.Clear();
        }

        foreach (var channel in _channels)
            channel.Queue.Clear();
    }

    /// <summary>Waits until every alert was tried once, and stops the loops.</summary>
    /// <param name="patience">How long it waits.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        var until = _services.Time.GetUtcNow() + patience;

        // Only how often is asked goes by the clock of the machine: on one that a test has stopped, asking would end too.
        while (_loops.Count > 0 && _channels.Any(static channel => channel.IsBusy) && _services.Time.GetUtcNow() < until)
            await Task.Delay(DrainPause, TimeProvider.System).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RecordAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var channel in _channels)
            await channel.DisposeAsync().ConfigureAwait(false);
        _recorder.Dispose();
        _toRecord.Dispose();
        _stop.Dispose();
    }

    private bool IsNew(string alertId)
    {
        lock (_known)
            return !_known.ContainsKey(alertId) && !_settled.Contains(alertId) && !_settledBefore.Contains(alertId);
    }

    private void Queue(AlertDelivery delivery)
    {
        if (delivery.IsSettled)
        {
            // Settled but still there: the process ended before the record, or the rule has lost the channel. No attempt is to come.
            foreach (var place in delivery.Lost)
                _recorder.Add(delivery, delivery.Entry(place));
            _recorder.Settle(delivery);
            _toRecord.Release();
            return;
        }

        foreach (var channel in _channels)
        {
            var place = delivery.PlaceOf(channel.Channel);
            if (place >= 0 && delivery.Entry(place).State == OutboxEntryState.Pending)
                channel.Add(delivery, delivery.Entry(place));
        }
    }

    // Somebody has removed the alert from the outbox.
    private void Gone(AlertDelivery delivery)
    {
        delivery.Forget();
        lock (_known)
        {
            if (_known.GetValueOrDefault(delivery.Alert.Id) == delivery)
                _known.Remove(delivery.Alert.Id);
        }
    }

    // Each attempt is in the queue before it counts, so that an alert is settled after the last of them is recorded.
    private async Task RecordAsync(AlertDelivery delivery, int place, OutboxEntry entry, CancellationToken cancellationToken)
    {
        _recorder.Add(delivery, entry);
        var settles = delivery.Set(place, entry);
        if (settles)
            _recorder.Settle(delivery);
        if (_loops.Count == 0)
        {
            await RecordAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        while (!await _recorder.RecordAsync(cancellationToken).ConfigureAwait(false))
            await Task.Delay(RecordPause, _services.Time, cancellationToken).ConfigureAwait(false);
        if (settles)
            _toRecord.Release();
    }

    private async Task RecordLoopAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await _toRecord.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (!await RecordAsync(cancellationToken).ConfigureAwait(false))
                await Task.Delay(RecordPause, _services.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RecordAsync(CancellationToken cancellationToken) =>
        await _recorder.RecordAsync(cancellationToken).ConfigureAwait(false) && await _recorder.SettleAsync(cancellationToken).ConfigureAwait(false);

    private void Settled(AlertDelivery delivery)
    {
        lock (_known)
        {
            if (_known.GetValueOrDefault(delivery.Alert.Id) == delivery)
                _known.Remove(delivery.Alert.Id);
            _settled.Add(delivery.Alert.Id);
            if (delivery.HasDead)
                _dead.Add(delivery.Alert.Id);
        }

        var sent = delivery.Entries.Any(static entry => entry.State == OutboxEntryState.Delivered);
        _services.Metrics.Settled(_rule.Name, delivery.MatchCount, sent);
        _contents.Drop(delivery);
    }
}
