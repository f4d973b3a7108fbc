namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is the current window of a key, and the reference window that takes what leaves it (rule-types.md 5.6).</summary>
/// <param name="timeframe">The length of each.</param>
/// <param name="log">Saves what the windows hold, or <see langword="null"/>.</param>
internal sealed class SpikeWindows(TimeSpan timeframe, StateLog? log = null)
{
    private static readonly ItemCodec<(Amount Amount, WindowEvent Item)> CurrentCodec = new(
        static (writer, _, entry) =>
        {
            entry.Amount.Write(writer);
            entry.Item.Write(writer);
        },
        static (reader, time) => (Amount.Read(reader), WindowEvent.Read(reader, time)),
        BlockSize: 32);

    private static readonly ItemCodec<(Amount Amount, NoItem Item)> ReferenceCodec = new(
        static (writer, _, entry) => entry.Amount.Write(writer),
        static (reader, _) => (Amount.Read(reader), default),
        BlockSize: 512);

    /// <summary>Gets the window that is compared; it keeps the events, since one of them becomes the match.</summary>
    public AmountWindow<WindowEvent> Current { get; } = new(timeframe, CurrentCodec, log);

    /// <summary>Gets the window that it is compared with; it keeps no events.</summary>
    public AmountWindow<NoItem> Reference { get; } = new(timeframe, ReferenceCodec, log);

    /// <summary>Adds an entry to the current window; what leaves it goes to the reference window.</summary>
    public void Append(WindowEvent item, Amount amount)
    {
        Current.Append(item.Timestamp.UtcTicks, amount, item);
        while (Current.TryEvict(out var time, out var evicted))
            AppendToReference(time, evicted);
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Current.Clear();
        Reference.Clear();
    }

    /// <summary>Writes the windows.</summary>
    public void Write(StateWriter writer)
    {
        Current.Entries.Write(writer);
        Reference.Entries.Write(writer);
    }

    /// <summary>Reads windows.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        Current.Read(reader, records);
        Reference.Read(reader, records);
    }

    private void AppendToReference(long time, Amount amount)
    {
        Reference.Append(time, amount, default);
        while (Reference.TryEvict(out _, out _))
        {
            // What leaves the reference window is forgotten.
        }
    }
}
