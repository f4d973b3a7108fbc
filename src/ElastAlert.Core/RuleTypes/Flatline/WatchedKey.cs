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

    /// <summary>Writes the key.</summary>
    public void Write(StateWriter writer, WindowMoves moves)
    {
        writer.Number(moves.Count);
        writer.Optional(FirstEvent);
        Window.Write(writer);
    }

    /// <summary>Reads the key, and catches up on the moves since.</summary>
    public void Read(StateReader reader, RestoredRecords records, WindowMoves moves)
    {
        var seen = reader.Number();
        FirstEvent = reader.Optional();
        Window.Read(reader, records);
        if (seen < moves.Count)
            Window.Append(WindowEvent.At(moves.Last), 0);
    }
}
