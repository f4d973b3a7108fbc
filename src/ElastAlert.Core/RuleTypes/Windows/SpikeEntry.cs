namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an entry of the current window of a key: its amount, and the event that may become the match. There are many, so it is packed.</summary>
internal readonly struct SpikeEntry : IAmountEntry<SpikeEntry>
{
    private readonly object? _content;
    private readonly long _bits;
    private readonly short _offsetMinutes;
    private readonly AmountKind _kind;

    /// <summary>Creates an entry.</summary>
    public SpikeEntry(Amount amount, WindowEvent item)
    {
        (_content, _offsetMinutes) = (item.Content, item.OffsetMinutes);
        (_bits, _kind) = (amount.Bits, amount.Kind);
    }

    /// <inheritdoc/>
    public static int BlockSize => 32;

    /// <inheritdoc/>
    public Amount Amount => new(_kind, _bits);

    /// <inheritdoc/>
    public static SpikeEntry Read(StateReader reader, long time) => new(Amount.Read(reader), WindowEvent.Read(reader, time));

    /// <inheritdoc/>
    public void Write(StateWriter writer, long time)
    {
        Amount.Write(writer);
        EventAt(time).Write(writer);
    }

    /// <summary>Returns the event of a time.</summary>
    public WindowEvent EventAt(long time) => WindowEvent.Of(time, _offsetMinutes, _content);
}
