namespace ElastAlert.Delivery;

/// <summary>Orders the deliveries of one channel: first attempts keep the order of the alerts, one that is tried again is overtaken.</summary>
internal sealed class ChannelQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<AlertDelivery> _first = new();
    private readonly PriorityQueue<AlertDelivery, (DateTimeOffset Due, long Number)> _again = new();
    private long _number;

    /// <summary>Gets the number of deliveries.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _first.Count + _again.Count;
        }
    }

    /// <summary>Gets the number of deliveries that were not tried yet.</summary>
    public int FirstAttempts
    {
        get
        {
            lock (_lock)
                return _first.Count;
        }
    }

    /// <summary>Adds a delivery, unless it was forgotten meanwhile.</summary>
    /// <param name="delivery">The alert.</param>
    /// <param name="entry">The entry of the channel.</param>
    public void Add(AlertDelivery delivery, OutboxEntry entry)
    {
        lock (_lock)
        {
            if (delivery.IsForgotten)
                return;
            if (entry.Attempts == 0)
                _first.AddLast(delivery);
            else
                _again.Enqueue(delivery, (entry.NextAttempt, _number++));
        }
    }

    /// <summary>Puts back a delivery that was taken and not tried; it is the next one again.</summary>
    /// <param name="delivery">The alert.</param>
    /// <param name="entry">The entry of the channel.</param>
    public void PutBack(AlertDelivery delivery, OutboxEntry entry)
    {
        lock (_lock)
        {
            if (delivery.IsForgotten)
                return;
            if (entry.Attempts == 0)
                _first.AddFirst(delivery);
            else
                _again.Enqueue(delivery, (entry.NextAttempt, _number++));
        }
    }

    /// <summary>Takes the next delivery whose time has come, or <see langword="null"/>; a retry that is due goes before first attempts.</summary>
    /// <param name="now">The moment.</param>
    public AlertDelivery? Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_again.TryPeek(out var again, out var priority) && priority.Due <= now)
            {
                _again.Dequeue();
                return again;
            }

            var first = _first.First?.Value;
            if (first is not null)
                _first.RemoveFirst();
            return first;
        }
    }

    /// <summary>Gets when the next delivery is due, or <see langword="null"/> when there is none.</summary>
    /// <param name="now">The moment.</param>
    public DateTimeOffset? NextDue(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_first.Count > 0)
                return now;
            return _again.TryPeek(out _, out var priority) ? priority.Due : null;
        }
    }

    /// <summary>Forgets everything: another process delivers from now on, or the alerts are read again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _first.Clear();
            _again.Clear();
        }
    }
}
