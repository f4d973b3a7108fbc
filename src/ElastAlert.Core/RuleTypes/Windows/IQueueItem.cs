namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an item of a <see cref="TimeQueue{TItem}"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IQueueItem<TSelf>
    where TSelf : struct, IQueueItem<TSelf>
{
    /// <summary>Gets how many items are saved together; fewer when they are large.</summary>
    static abstract int BlockSize { get; }

    /// <summary>Reads an item of a time, in ticks of UTC.</summary>
    static abstract TSelf Read(StateReader reader, long time);

    /// <summary>Writes the item of a time, in ticks of UTC.</summary>
    void Write(StateWriter writer, long time);
}
