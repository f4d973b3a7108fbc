using ElastAlert.Alerting;

namespace ElastAlert.Delivery;

/// <summary>Is one alert on its way through all its channels.</summary>
internal sealed class AlertDelivery
{
    private readonly Lock _lock = new();
    private readonly OutboxEntry[] _entries;
    private readonly TaskCompletionSource[] _firstAttempts;
    private readonly IReadOnlyList<RuleMatch> _matches;
    private bool _isSettled;
    private volatile bool _isForgotten;

    /// <summary>Creates the delivery of an alert.</summary>
    /// <param name="alert">The alert as it is in the outbox.</param>
    public AlertDelivery(OutboxAlert alert)
    {
        Alert = alert;
        _entries = [.. alert.Entries];
        _matches = MatchCodec.Read(alert.Matches);
        _firstAttempts = [.. alert.Entries.Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        for (var place = 0; place < _entries.Length; place++)
        {
            if (_entries[place].Attempts > 0 || _entries[place].State != OutboxEntryState.Pending)
                _firstAttempts[place].SetResult();
        }
    }

    /// <summary>Gets the alert as it was when the delivery began.</summary>
    public OutboxAlert Alert { get; }

    /// <summary>Gets the matches.</summary>
    public IReadOnlyList<RuleMatch> Matches => _matches;

    /// <summary>Gets the entries as they are now.</summary>
    public IReadOnlyList<OutboxEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>Gets whether no entry is to be tried any more.</summary>
    public bool IsSettled => Entries.All(static entry => entry.State != OutboxEntryState.Pending);

    /// <summary>Gets whether any entry is a dead letter.</summary>
    public bool HasDead => Entries.Any(static entry => entry.State == OutboxEntryState.Dead);

    /// <summary>Gets whether another process delivers the alert, or this one anew from the outbox.</summary>
    public bool IsForgotten => _isForgotten;

    /// <summary>Finds the place of a channel, or -1.</summary>
    /// <param name="channel">The channel.</param>
    public int PlaceOf(string channel) => Array.FindIndex(_entries, entry => entry.Channel == channel);

    /// <summary>Returns an entry as it is now.</summary>
    /// <param name="place">Its place.</param>
    public OutboxEntry Entry(int place)
    {
        lock (_lock)
            return _entries[place];
    }

    /// <summary>Takes note of what became of an attempt.</summary>
    /// <param name="place">The place of the entry.</param>
    /// <param name="entry">The entry as it is now.</param>
    /// <returns>Whether the alert is settled by it; said once.</returns>
    public bool Set(int place, OutboxEntry entry)
    {
        bool settles;
        lock (_lock)
        {
            _entries[place] = entry;
            settles = !_isSettled && _entries.All(static item => item.State != OutboxEntryState.Pending);
            _isSettled |= settles;
        }

        _firstAttempts[place].TrySetResult();
        return settles;
    }

    /// <summary>Ends the delivery where it stands; who waits for it goes on.</summary>
    public void Forget()
    {
        _isForgotten = true;
        foreach (var attempt in _firstAttempts)
            attempt.TrySetResult();
    }

    /// <summary>Waits until the alerters before an entry, as far as their receipts are used, were tried once.</summary>
    /// <param name="place">The place of the entry.</param>
    /// <param name="alerters">The names of the alerters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitForReceiptsAsync(int place, IReadOnlyList<string> alerters, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, place)
            .Where(earlier => alerters.Contains(AlerterOf(_entries[earlier].Channel)))
            .Select(earlier => _firstAttempts[earlier].Task)).WaitAsync(cancellationToken);

    /// <summary>Makes what the alerter is given.</summary>
    /// <param name="place">The place of the entry.</param>
    /// <param name="rule">The rule.</param>
    public Alert ToAlert(int place, Rule rule)
    {
        var receipts = new Dictionary<string, AlertReceipt>(StringComparer.Ordinal);
        foreach (var entry in Entries.Take(place).Where(static entry => entry.Receipt is not null))
            receipts[AlerterOf(entry.Channel)] = entry.Receipt!;
        var own = Entry(place);
        return new Alert
        {
            Id = Alert.Id,
            DedupKey = Alert.DedupKey,
            Rule = rule,
            Matches = _matches,
            Subject = own.Subject,
            Body = own.Body,
            AlertTime = Alert.AlertTime,
            Receipts = receipts,
        };
    }

    private static string AlerterOf(string channel) => channel[(channel.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
