namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an entry of the current window of a key: its amount, and the event that may become the match. There are many, so it is packed.</summary>
internal readonly struct SpikeEntry : IAmountEntry
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
    public Amount Amount => new(_kind, _bits);

    /// <summary>Returns the event of a time.</summary>
    public WindowEvent EventAt(long time) => WindowEvent.Of(time, _offsetMinutes, _content);
}
