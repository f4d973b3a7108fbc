namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a full run of items of a <see cref="TimeQueue{TItem}"/>, which is saved on its own, since it seldom changes.</summary>
/// <param name="content">The items.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal sealed class QueueBlock<TItem>(TimedItems<TItem> content) : StateRecord
    where TItem : struct, IQueueItem<TItem>
{
    private TimedItems<TItem> _content = content;

    /// <summary>Gets the items.</summary>
    public ref TimedItems<TItem> Content => ref _content;

    /// <summary>Gets how many items were taken out so far; what was saved before may still hold them.</summary>
    public long Taken { get; private set; }

    /// <summary>Gets or sets the block before.</summary>
    public QueueBlock<TItem>? Older { get; set; }

    /// <summary>Gets or sets the block after.</summary>
    public QueueBlock<TItem>? Newer { get; set; }

    /// <summary>Reads a block that was saved.</summary>
    /// <param name="record">What was saved.</param>
    /// <param name="taken">How many items were taken out until now.</param>
    public static QueueBlock<TItem> Read(RestoredRecord record, long taken)
    {
        var reader = record.Open();
        var takenThen = reader.Number();
        var block = new QueueBlock<TItem>(TimedItems<TItem>.Read(reader)) { Taken = takenThen };
        while (block.Taken < taken)
            block.DropOldest();
        record.Attach(block);
        return block;
    }

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        _content.DropOldest();
        Taken++;
    }

    /// <summary>Takes the older half out, as a block of its own.</summary>
    public QueueBlock<TItem> TakeOlderHalf()
    {
        var half = new QueueBlock<TItem>(_content.TakeOlderHalf()) { Taken = Taken };
        Taken = 0;
        return half;
    }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Block);
        writer.Number(Taken);
        _content.Write(writer);
    }
}
