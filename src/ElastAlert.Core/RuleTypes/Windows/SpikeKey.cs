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

    /// <summary>Writes the key.</summary>
    public void Write(StateWriter writer)
    {
        writer.Optional(FirstEvent);
        writer.Optional(SkipUntil);
        writer.Number(Windows is null ? 0 : 1);
        Windows?.Write(writer);
    }

    /// <summary>Reads the key.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        FirstEvent = reader.Optional();
        SkipUntil = reader.Optional();
        if (reader.Number() == 0)
            Windows = null;
        Windows?.Read(reader, records);
    }
}
