namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Is the current window of a key, and the reference window that takes what leaves it (rule-types.md 5.6). Besides the entries, the moves
/// of all windows hold a place in both, as the reference's placeholders do: they move the edges, and count for nothing (SAGG-4).
/// It is a field of what owns it, never copied.
/// </summary>
internal struct SpikeWindows
{
    private const long Moved = 1;
    private const long CurrentIsFraction = 2;
    private const long ReferenceIsFraction = 4;

    private SpikeFrame _frame;
    private AmountWindow<SpikeEntry> _current;
    private AmountWindow<Amount> _reference;
    private long _edge;
    private long _referenceEdge;
    private long _nextMove;
    private bool _isMoved;
    private bool _isCompared;

    /// <summary>Gets whether both windows add up to nothing.</summary>
    public readonly bool AreNothing => _current.IsNothing && _reference.IsNothing;

    /// <summary>Gets how many full blocks were given up.</summary>
    public readonly int BlocksGivenUp => _current.BlocksGivenUp + _reference.BlocksGivenUp;

    /// <summary>Begins in place, since there is much to copy.</summary>
    /// <param name="frame">What the windows of all keys share.</param>
    public void Begin(SpikeFrame frame)
    {
        _frame = frame;
        (_edge, _referenceEdge) = (long.MinValue, long.MinValue);
        _nextMove = frame.Moves.Count;
    }

    /// <summary>Returns what of the current window is compared.</summary>
    public readonly Amount MeasureCurrent(SpikeMeasure measure) => _current.Measure(measure);

    /// <summary>Returns what it is compared with.</summary>
    public readonly Amount MeasureReference(SpikeMeasure measure) => _reference.Measure(measure);

    /// <summary>Returns whether the windows changed since they were last compared, which they are now.</summary>
    public bool TryCompare()
    {
        var isNew = !_isCompared;
        _isCompared = true;
        return isNew;
    }

    /// <summary>Adds an entry to the current window; what leaves it goes to the reference window.</summary>
    public void Append(WindowEvent item, Amount amount)
    {
        var time = item.Timestamp.UtcTicks;
        _current.Add(time, new SpikeEntry(amount, item), _frame.Log);
        _isCompared = false;
        Advance(time, isMove: false);
    }

    /// <summary>Moves the windows on, after the move was noted.</summary>
    public void Move()
    {
        var time = _frame.Moves.Last.UtcTicks;
        if (time == _edge)
            _isMoved = true;
        else
            Advance(time, isMove: true);
    }

    /// <summary>
    /// Returns the oldest event of the current window that counts, or else the newest one; <see langword="null"/> where that is the last move.
    /// </summary>
    /// <param name="countsZero">Whether an event of zero counts.</param>
    public readonly WindowEvent? FindEvent(bool countsZero)
    {
        foreach (var (time, entry) in _current.Entries)
        {
            if (countsZero || !entry.Amount.IsNothing)
                return entry.EventAt(time);
        }

        return _isMoved ? null : _current.Newest.EventAt(_edge);
    }

    /// <summary>Takes everything out of the reference window.</summary>
    public void ClearReference()
    {
        _reference.Clear();
        _referenceEdge = long.MinValue;
        _isCompared = false;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _current.Clear();
        ClearReference();
    }

    /// <summary>Writes the windows.</summary>
    public readonly void Write(StateWriter writer)
    {
        writer.Signed(_edge);
        writer.Optional(_referenceEdge == long.MinValue ? null : _referenceEdge);
        writer.Number(_nextMove);
        writer.Number(_frame.Moves.Count);
        writer.Number((_isMoved ? Moved : 0) | (_current.IsFraction ? CurrentIsFraction : 0) | (_reference.IsFraction ? ReferenceIsFraction : 0));
        _current.Write(writer);
        _reference.Write(writer);
    }

    /// <summary>Reads windows, and catches up on the moves since they were written.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        _edge = reader.Signed();
        _referenceEdge = reader.Optional() ?? long.MinValue;
        _nextMove = reader.Number();
        var seen = reader.Number();
        var flags = reader.Number();
        _isMoved = (flags & Moved) != 0;
        _current.Read(reader, records, _frame.Log);
        _current.IsFraction |= (flags & CurrentIsFraction) != 0;
        _reference.Read(reader, records, _frame.Log);
        _reference.IsFraction |= (flags & ReferenceIsFraction) != 0;
        if (seen < _frame.Moves.Count)
            Move();
    }

    // Of several at one moment, the one that came last is the newest.
    private void Advance(long time, bool isMove)
    {
        if (time >= _edge)
            (_edge, _isMoved) = (time, isMove);
        var limit = _edge - _frame.Length;
        while (_current.OldestTime is var evicted && evicted <= limit)
        {
            _reference.Add(evicted, _current.TakeOldest(), _frame.Log);
            _referenceEdge = Math.Max(_referenceEdge, evicted);
            _isCompared = false;
        }

        if (_nextMove < _frame.Moves.Count && _frame.Moves.TryPass(ref _nextMove, limit, out var moved))
            _referenceEdge = Math.Max(_referenceEdge, moved);
        while (_reference.OldestTime <= _referenceEdge - _frame.Length)
        {
            _reference.TakeOldest();
            _isCompared = false;
        }
    }
}
