using ElastAlert.Alerting;

namespace ElastAlert.Delivery;

/// <summary>Is one alert on its way through all its channels. Its matches and texts may be in the outbox only, until they are needed.</summary>
internal sealed class AlertDelivery
{
    private readonly Lock _lock = new();
    private readonly OutboxEntry[] _entries;
    private readonly TaskCompletionSource[] _firstAttempts;
    private IReadOnlyList<RuleMatch>? _matches;
    private long _size;
    private int _uses;
    private bool _isDropped;
    private bool _isSettled;
    private volatile bool _isForgotten;

    /// <summary>Creates the delivery of an alert, without its matches and texts.</summary>
    /// <param name="alert">The alert as it is in the outbox.</param>
    /// <param name="hasChannel">Returns whether the rule has a channel; an entry of another one is dead.</param>
    public AlertDelivery(OutboxAlert alert, Func<string, bool> hasChannel)
    {
        Lost = [.. alert.Entries.Index().Where(entry => entry.Item.State == OutboxEntryState.Pending && !hasChannel(entry.Item.Channel)).Select(static entry => entry.Index)];
        _entries = [.. alert.Entries.Select(static entry => entry with { Subject = "", Body = "" })];
        foreach (var place in Lost)
            _entries[place] = _entries[place] with { State = OutboxEntryState.Dead, LastError = $"The rule has no channel {_entries[place].Channel} any more." };
        Alert = alert with { Matches = default, Entries = [] };
        _firstAttempts = [.. alert.Entries.Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        for (var place = 0; place < _entries.Length; place++)
        {
            if (_entries[place].Attempts > 0 || _entries[place].State != OutboxEntryState.Pending)
                _firstAttempts[place].SetResult();
        }
    }

    /// <summary>Gets the alert, without its matches and entries.</summary>
    public OutboxAlert Alert { get; }

    /// <summary>Gets the places of the entries whose channel the rule has lost.</summary>
    public IReadOnlyList<int> Lost { get; }

    /// <summary>Gets the number of matches; known once they were read.</summary>
    public int MatchCount { get; private set; }

    /// <summary>Gets the matches, while they are in use.</summary>
    public IReadOnlyList<RuleMatch> Matches => _matches ?? throw new InvalidOperationException("The content of an alert is there while it is in use.");

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

    /// <summary>Returns how many bytes the matches and texts of an alert take.</summary>
    /// <param name="alert">The alert.</param>
    public static long SizeOf(OutboxAlert alert) =>
        (2L * alert.Matches.Length) + alert.Entries.Sum(static entry => sizeof(char) * ((long)entry.Subject.Length + entry.Body.Length));

    /// <summary>Takes over matches and texts, unless they are there.</summary>
    /// <param name="alert">The alert as it is in the outbox.</param>
    /// <param name="isUsed">Whether they are in use from now on.</param>
    /// <returns>How many bytes more are in memory.</returns>
    public long Fill(OutboxAlert alert, bool isUsed)
    {
        lock (_lock)
        {
            _uses += isUsed ? 1 : 0;
            if (_matches is not null)
                return 0;
            _matches = MatchCodec.Read(alert.Matches);
            MatchCount = _matches.Count;
            foreach (var entry in alert.Entries)
            {
                if (PlaceOf(entry.Channel) is >= 0 and var place)
                    _entries[place] = _entries[place] with { Subject = entry.Subject, Body = entry.Body };
            }

            return _size = SizeOf(alert);
        }
    }

    /// <summary>Begins to use matches and texts.</summary>
    /// <returns>Whether they are there.</returns>
    public bool TryUse()
    {
        lock (_lock)
        {
            if (_matches is null)
                return false;
            _uses++;
            return true;
        }
    }

    /// <summary>Ends the use of matches and texts.</summary>
    /// <param name="isToEmpty">Whether they are not to be kept.</param>
    /// <returns>How many bytes less are in memory.</returns>
    public long Release(bool isToEmpty)
    {
        lock (_lock)
            return --_uses == 0 && (isToEmpty || _isDropped) ? Clear() : 0;
    }

    /// <summary>Removes matches and texts as soon as nobody uses them.</summary>
    /// <returns>How many bytes less are in memory.</returns>
    public long Empty()
    {
        lock (_lock)
        {
            _isDropped = true;
            return _uses == 0 ? Clear() : 0;
        }
    }

    /// <summary>Returns an entry with its texts, while they are in use.</summary>
    /// <param name="entry">The entry.</param>
    public OutboxEntry WithTexts(OutboxEntry entry)
    {
        var own = Entry(PlaceOf(entry.Channel));
        return entry with { Subject = own.Subject, Body = own.Body };
    }

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
            Matches = Matches,
            Subject = own.Subject,
            Body = own.Body,
            AlertTime = Alert.AlertTime,
            Receipts = receipts,
        };
    }

    private long Clear()
    {
        if (_matches is null)
            return 0;
        _matches = null;
        for (var place = 0; place < _entries.Length; place++)
            _entries[place] = _entries[place] with { Subject = "", Body = "" };
        return _size;
    }

    private static string AlerterOf(string channel) => channel[(channel.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
