using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.RuleTypes.Flatline;

/// <summary>Is what is remembered about a key that should keep having events.</summary>
/// <param name="timeframe">The length of its window.</param>
/// <param name="moves">The moves of all windows.</param>
/// <param name="log">Saves what the window holds.</param>
internal sealed class WatchedKey(TimeSpan timeframe, WindowMoves moves, StateLog log) : IKeyState
{
    /// <summary>Gets the window.</summary>
    public CountWindow Window { get; } = new(timeframe, log: log);

    /// <summary>Gets or sets since when the key is watched, in ticks of UTC.</summary>
    public long? FirstEvent { get; set; }

    /// <inheritdoc/>
    public void Write(StateWriter writer)
    {
        writer.Number(moves.Count);
        writer.Optional(FirstEvent);
        Window.Write(writer);
    }

    /// <summary>Reads what was written into a new one, and catches up on the moves since.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        var seen = reader.Number();
        FirstEvent = reader.Optional();
        Window.Read(reader, records);
        if (seen < moves.Count)
            Window.Append(WindowEvent.At(moves.Last), 0);
    }

    /// <inheritdoc/>
    public void Release() => Window.Release();
}
