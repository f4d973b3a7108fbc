using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.RuleTypes.Flatline;

/// <summary>Is what is remembered about a key that should keep having events.</summary>
/// <param name="timeframe">The length of its window.</param>
/// <param name="log">Saves what the window holds.</param>
internal sealed class WatchedKey(TimeSpan timeframe, StateLog log)
{
    /// <summary>Gets the window.</summary>
    public CountWindow Window { get; } = new(timeframe, log: log);

    /// <summary>Gets or sets since when the key is watched, in ticks of UTC.</summary>
    public long? FirstEvent { get; set; }

    /// <summary>Gets the number of moves when the key was saved.</summary>
    public long SavedMoves { get; private set; }

    /// <summary>Writes the key.</summary>
    public void Write(StateWriter writer, WindowMoves moves)
    {
        SavedMoves = moves.Count;
        writer.Number(SavedMoves);
        writer.Optional(FirstEvent);
        Window.Write(writer);
    }

    /// <summary>Reads the key, and catches up on the moves since.</summary>
    public void Read(StateReader reader, RestoredRecords records, WindowMoves moves)
    {
        SavedMoves = reader.Number();
        FirstEvent = reader.Optional();
        Window.Read(reader, records);
        foreach (var at in moves.Since(SavedMoves))
            Window.Append(WindowEvent.At(at), 0);
    }
}
