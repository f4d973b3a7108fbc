namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what is remembered about a key that is watched for spikes.</summary>
internal sealed class SpikeKey
{
    /// <summary>Gets or sets the windows, or <see langword="null"/> while the key is at rest.</summary>
    public SpikeWindows? Windows { get; set; }

    /// <summary>Gets or sets when the first event came since the beginning or the last match, in ticks of UTC.</summary>
    public long? FirstEvent { get; set; }

    /// <summary>Gets or sets until when the key is not compared early, in ticks of UTC.</summary>
    public long? SkipUntil { get; set; }

    /// <summary>Gets the number of moves when the key was saved.</summary>
    public long SavedMoves { get; private set; }

    /// <summary>Writes the key.</summary>
    public void Write(StateWriter writer, WindowMoves moves)
    {
        SavedMoves = moves.Count;
        writer.Number(SavedMoves);
        writer.Optional(FirstEvent);
        writer.Optional(SkipUntil);
        writer.Number(Windows is null ? 0 : 1);
        Windows?.Write(writer);
    }

    /// <summary>Reads the key, and catches up on the moves since.</summary>
    public void Read(StateReader reader, RestoredRecords records, WindowMoves moves, Func<SpikeWindows> createWindows)
    {
        SavedMoves = reader.Number();
        FirstEvent = reader.Optional();
        SkipUntil = reader.Optional();
        if (reader.Number() == 0)
            return;
        Windows = createWindows();
        Windows.Read(reader, records);
        foreach (var at in moves.Since(SavedMoves))
            Windows.Append(WindowEvent.PlaceholderAt(at), Amount.Placeholder);
    }
}
