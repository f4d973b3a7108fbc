namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is how often something happened at one moment.</summary>
/// <param name="Value">The number of times.</param>
internal readonly record struct EventCount(long Value) : IQueueItem<EventCount>
{
    /// <inheritdoc/>
    public static int BlockSize => 512;

    /// <inheritdoc/>
    public static EventCount Read(StateReader reader, long time) => new(reader.Signed());

    /// <inheritdoc/>
    public void Write(StateWriter writer, long time) => writer.Signed(Value);
}
