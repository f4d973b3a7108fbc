namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Remembers the ends of windows, each of which moves the windows of all keys on. They are kept once for all keys, so that a key that only
/// moved costs no memory and need not be saved again: when it is restored, it catches up on the moves since it was saved.
/// </summary>
/// <param name="log">Saves them.</param>
internal sealed class WindowMoves(StateLog log)
{
    private TimeQueue<NoItem> _recent;
    private long _forgotten;
    private long _lastForgotten;

    /// <summary>Gets the number of moves so far.</summary>
    public long Count => _forgotten + _recent.Count;

    /// <summary>Gets the moment of the last move.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>Notes a move.</summary>
    public void Add(DateTimeOffset at)
    {
        Last = at;
        _recent.Add(at.UtcTicks, default, log);
    }

    /// <summary>Forgets the moves up to a moment, except for when the last of them was.</summary>
    public void ForgetUntil(long time)
    {
        while (_recent.Count > 0 && _recent.Oldest.Time <= time)
        {
            _lastForgotten = _recent.Oldest.Time;
            _recent.DropOldest();
            _forgotten++;
        }
    }

    /// <summary>Goes through the moves from one on as far as a moment.</summary>
    /// <param name="next">The number of the move, which becomes that of the first one after the moment.</param>
    /// <param name="limit">The moment.</param>
    /// <param name="time">The time of the last move that was gone through.</param>
    /// <returns>Whether there was any.</returns>
    public bool TryPass(ref long next, long limit, out long time)
    {
        var first = next;
        time = _lastForgotten;
        next = Math.Max(next, _forgotten);
        while (next < Count && _recent.At((int)(next - _forgotten)).Time is var moved && moved <= limit)
        {
            time = moved;
            next++;
        }

        return next > first;
    }

    /// <summary>Writes the moves.</summary>
    public void Write(StateWriter writer)
    {
        writer.Number(Last.UtcTicks);
        writer.Signed((long)Last.Offset.TotalMinutes);
        writer.Number(_forgotten);
        writer.Number(_lastForgotten);
        _recent.Write(writer);
    }

    /// <summary>Reads the moves.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        var last = reader.Number();
        var offset = TimeSpan.FromMinutes(reader.Signed());
        Last = new DateTimeOffset(last + offset.Ticks, offset);
        _forgotten = reader.Number();
        _lastForgotten = reader.Number();
        _recent.Read(reader, records, log);
    }
}
