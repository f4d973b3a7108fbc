using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.RuleTypes.Cardinality;

/// <summary>Is what is remembered about a key whose values are counted.</summary>
internal sealed class CardinalityKey : IKeyState
{
    /// <summary>Gets the values and when each was last seen.</summary>
    public RecentValues Values { get; } = new();

    /// <summary>Gets or sets when the first document came since the beginning or the last match, in ticks of UTC.</summary>
    public long? FirstEvent { get; set; }

    /// <inheritdoc/>
    public void Write(StateWriter writer)
    {
        writer.Optional(FirstEvent);
        Values.Write(writer);
    }

    /// <inheritdoc/>
    public void Read(StateReader reader, RestoredRecords records)
    {
        FirstEvent = reader.Optional();
        Values.Read(reader);
    }
}
