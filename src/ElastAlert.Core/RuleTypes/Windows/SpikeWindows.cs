using System.Runtime.CompilerServices;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Is the current window of a key, and the reference window that takes what leaves it (rule-types.md 5.6). Besides the entries, the moves
/// of all windows hold a place in both, as the reference's placeholders do: they move the edges, and count for nothing (SAGG-4).
/// </summary>
/// <param name="timeframe">The length of each.</param>
/// <param name="moves">The moves of all windows.</param>
/// <param name="log">Saves what the windows hold.</param>
internal sealed class SpikeWindows(TimeSpan timeframe, WindowMoves moves, StateLog log)
{
    private static readonly ItemCodec<SpikeEntry> CurrentCodec = new(
        static (writer, time, entry) =>
        {
            entry.Amount.Write(writer);
            entry.EventAt(time).Write(writer);
        },
        static (reader, time) => new SpikeEntry(Amount.Read(reader), WindowEvent.Read(reader, time)),
        BlockSize: 32);

    private static readonly ItemCodec<Amount> ReferenceCodec = new(
        static (writer, _, amount) => amount.Write(writer),
        static (reader, _) => Amount.Read(reader),
        BlockSize: 512);

    // Nothing is ever added to this one, which saves the keys that are seen once a window.
    private static readonly StrongBox<AmountWindow<Amount>> Nothing = new(new(ReferenceCodec, null));

    private AmountWindow<SpikeEntry> _current = new(CurrentCodec, log);
    private StrongBox<AmountWindow<Amount>> _reference = Nothing;
    private long _edge = long.MinValue;
    private long _referenceEdge = long.MinValue;
    private long _nextMove = moves.Count;
    private bool _isMoved;

    /// <summary>Gets whether both windows add up to nothing.</summary>
    public bool AreNothing => _current.IsNothing && _reference.Value.IsNothing;

    /// <summary>Gets how many full blocks were given up.</summary>
    public int BlocksGivenUp => _current.BlocksGivenUp + _reference.Value.BlocksGivenUp;

    /// <summary>Returns what of the current window is compared.</summary>
    public Amount MeasureCurrent(SpikeMeasure measure) => _current.Measure(measure);

    /// <summary>Returns what it is compared with.</summary>
    public Amount MeasureReference(SpikeMeasure measure) => _reference.Value.Measure(measure);

    /// <summary>Adds an entry to the current window; what leaves it goes to the reference window.</summary>
    public void Append(WindowEvent item, Amount amount)
    {
        var time = item.Timestamp.UtcTicks;
        _current.Add(time, new SpikeEntry(amount, item));
        Advance(time, isMove: false);
    }

    /// <summary>Moves the windows on, after the move was noted.</summary>
    public void Move() => Advance(moves.Last.UtcTicks, isMove: true);

    /// <summary>
    /// Returns the oldest event of the current window that counts, or else the newest one; <see langword="null"/> where that is the last move.
    /// </summary>
    /// <param name="countsZero">Whether an event of zero counts.</param>
    public WindowEvent? FindEvent(bool countsZero)
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
        _reference.Value.Clear();
        _referenceEdge = long.MinValue;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _current.Clear();
        ClearReference();
    }

    /// <summary>Writes the windows.</summary>
    public void Write(StateWriter writer)
    {
        writer.Signed(_edge);
        writer.Optional(_referenceEdge == long.MinValue ? null : _referenceEdge);
        writer.Number(_nextMove);
        writer.Number(moves.Count);
        writer.Number(_isMoved ? 1 : 0);
        _current.Write(writer);
        _reference.Value.Write(writer);
    }

    /// <summary>Reads windows, and catches up on the moves since they were written.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        _edge = reader.Signed();
        _referenceEdge = reader.Optional() ?? long.MinValue;
        _nextMove = reader.Number();
        var seen = reader.Number();
        _isMoved = reader.Number() != 0;
        _current.Read(reader, records);
        Reference().Read(reader, records);
        if (seen < moves.Count)
            Move();
    }

    private ref AmountWindow<Amount> Reference()
    {
        if (_reference == Nothing)
            _reference = new(new(ReferenceCodec, log));
        return ref _reference.Value;
    }

    // Of several at one moment, the one that came last is the newest.
    private void Advance(long time, bool isMove)
    {
        if (time >= _edge)
            (_edge, _isMoved) = (time, isMove);
        var limit = _edge - timeframe.Ticks;
        while (_current.TryTakeUntil(limit, out var evicted, out var amount))
        {
            Reference().Add(evicted, amount);
            _referenceEdge = Math.Max(_referenceEdge, evicted);
        }

        if (_nextMove < moves.Count && moves.TryPass(ref _nextMove, limit, out var moved))
            _referenceEdge = Math.Max(_referenceEdge, moved);
        while (_reference.Value.TryTakeUntil(_referenceEdge - timeframe.Ticks, out _, out _))
        {
            // What leaves the reference window is forgotten.
        }
    }
}
