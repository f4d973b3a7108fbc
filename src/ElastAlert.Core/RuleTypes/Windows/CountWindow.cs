namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Counts what happened within a timeframe that ends with the newest event (rule-types.md 4). It keeps moments, counts and the newest
/// event; the other events only when they are asked for.
/// </summary>
/// <param name="timeframe">How far the window reaches back; what is exactly that old is out.</param>
/// <param name="keepsEvents">Whether all events are kept.</param>
/// <param name="log">Saves what the window holds, or <see langword="null"/>.</param>
internal sealed class CountWindow(TimeSpan timeframe, bool keepsEvents = false, StateLog? log = null) : IKeyState
{
    private TimeQueue<EventCount> _counts;
    private TimeQueue<WindowEvent> _events;

    private bool _isEmpty = true;

    /// <summary>Gets the sum of the counts.</summary>
    public long Sum { get; private set; }

    /// <summary>Gets the newest event; of several at one moment, the one that came last.</summary>
    public WindowEvent Newest { get; private set; }

    /// <summary>Gets the time of the newest event, in ticks of UTC.</summary>
    public long NewestTime => Newest.Timestamp.UtcTicks;

    /// <summary>Gets how many full blocks were given up.</summary>
    public int BlocksGivenUp => _counts.BlocksGivenUp + _events.BlocksGivenUp;

    /// <summary>Gets all events, oldest first; empty when they are not kept.</summary>
    public IEnumerable<WindowEvent> Events => _events.Items.Select(static entry => entry.Item);

    /// <summary>Adds an event; what the timeframe no longer covers leaves.</summary>
    /// <param name="item">The event.</param>
    /// <param name="count">How often it happened; zero only moves the window on.</param>
    public void Append(WindowEvent item, long count)
    {
        var time = item.Timestamp.UtcTicks;
        if (!_isEmpty && NewestTime - time >= timeframe.Ticks)
            return;
        if (_isEmpty || time >= NewestTime)
            Newest = item;
        _isEmpty = false;
        AddCount(time, count);
        if (keepsEvents)
            _events.Add(time, item.ToKept(), log);
        Sum += count;
        Evict();
    }

    /// <summary>Gives the newest event memory of its own; to be called before its page goes.</summary>
    public void KeepNewest() => Newest = Newest.ToKept();

    /// <inheritdoc/>
    public void Release()
    {
        _counts.Clear();
        _events.Clear();
        (_isEmpty, Sum, Newest) = (true, 0, default);
    }

    /// <inheritdoc/>
    public void Write(StateWriter writer)
    {
        writer.Optional(_isEmpty ? null : NewestTime);
        if (_isEmpty)
            return;
        Newest.Write(writer);
        _counts.Write(writer);
        if (keepsEvents)
            _events.Write(writer);
    }

    /// <inheritdoc/>
    public void Read(StateReader reader, RestoredRecords records)
    {
        if (reader.Optional() is not { } time)
            return;
        _isEmpty = false;
        Newest = WindowEvent.Read(reader, time);
        _counts.Read(reader, records, log);
        if (keepsEvents)
            _events.Read(reader, records, log);
        Sum = _counts.Items.Sum(static entry => entry.Item.Value);
    }

    // Events of one moment share an entry, and what counts nothing needs none.
    private void AddCount(long time, long count)
    {
        if (_counts.Count > 0 && _counts.Newest.Time == time)
            _counts.ReplaceNewest(new EventCount(_counts.Newest.Item.Value + count));
        else if (count != 0)
            _counts.Add(time, new EventCount(count), log);
    }

    private void Evict()
    {
        while (_counts.Count > 0 && NewestTime - _counts.Oldest.Time >= timeframe.Ticks)
        {
            Sum -= _counts.Oldest.Item.Value;
            _counts.DropOldest();
        }

        while (_events.Count > 0 && NewestTime - _events.Oldest.Time >= timeframe.Ticks)
            _events.DropOldest();
    }
}
