namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Remembers the last ends of windows, which move the windows of all keys. So a key that only moved need not be saved again: when it is
/// restored, it catches up on the moves since it was saved.
/// </summary>
internal sealed class WindowMoves
{
    private const int Remembered = 32;

    private readonly Queue<DateTimeOffset> _recent = new();

    /// <summary>Gets the number of moves so far.</summary>
    public long Count { get; private set; }

    /// <summary>Notes a move.</summary>
    public void Add(DateTimeOffset at)
    {
        Count++;
        _recent.Enqueue(at);
        if (_recent.Count > Remembered)
            _recent.Dequeue();
    }

    /// <summary>Returns whether a key must be saved again, since the next move would push out one that it has to catch up on.</summary>
    /// <param name="saved">The number of moves when the key was saved.</param>
    public bool IsOutdated(long saved) => Count - saved >= Remembered;

    /// <summary>Returns the moves that a key has to catch up on.</summary>
    /// <param name="saved">The number of moves when the key was saved.</param>
    public IEnumerable<DateTimeOffset> Since(long saved) => _recent.Skip((int)Math.Max(0, _recent.Count - (Count - saved)));

    /// <summary>Writes the moves.</summary>
    public void Write(StateWriter writer)
    {
        writer.Number(Count);
        writer.Number(_recent.Count);
        foreach (var at in _recent)
        {
            writer.Number(at.UtcTicks);
            writer.Signed((long)at.Offset.TotalMinutes);
        }
    }

    /// <summary>Reads the moves.</summary>
    public void Read(StateReader reader)
    {
        Count = reader.Number();
        for (var count = reader.Count(); count > 0; count--)
        {
            var time = reader.Number();
            var offset = TimeSpan.FromMinutes(reader.Signed());
            _recent.Enqueue(new DateTimeOffset(time + offset.Ticks, offset));
        }
    }
}
