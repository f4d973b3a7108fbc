namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what the entries of a window show that show nothing.</summary>
internal readonly struct NoItem : IQueueItem<NoItem>
{
    /// <inheritdoc/>
    public static int BlockSize => 512;

    /// <inheritdoc/>
    public static NoItem Read(StateReader reader, long time) => default;

    /// <inheritdoc/>
    public void Write(StateWriter writer, long time)
    {
    }
}
