namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds the full blocks of a <see cref="TimeQueue{TItem}"/>, oldest first, none of which is empty.</summary>
/// <param name="log">Saves them, or <see langword="null"/> when nothing is saved.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal sealed class QueueBlocks<TItem>(StateLog? log)
    where TItem : struct, IQueueItem<TItem>
{
    private QueueBlock<TItem>? _last;

    /// <summary>Gets the oldest block.</summary>
    public QueueBlock<TItem>? First { get; private set; }

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many blocks were given up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Adds a block after the others.</summary>
    public void Append(TimedItems<TItem> content)
    {
        var block = new QueueBlock<TItem>(content);
        log?.Add(block);
        Append(block);
    }

    /// <summary>Adds a block that was saved after the others.</summary>
    public void Append(QueueBlock<TItem> block)
    {
        InsertAfter(_last, block);
        Count += block.Content.Count;
    }

    /// <summary>Adds an item after all that are not newer. Blocks are saved on their own, so the one that takes it is saved again.</summary>
    public void Add(long time, TItem item)
    {
        var block = _last!;
        while (block.Older is { } older && block.Content.Oldest.Time > time)
            block = older;
        block.Content.Add(time, item);
        Count++;
        log?.MarkChanged(block);
        if (block.Content.Count < 2 * TItem.BlockSize)
            return;
        var half = block.TakeOlderHalf();
        log?.Add(half);
        InsertAfter(block.Older, half);
    }

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        First!.DropOldest();
        Count--;
        if (First.Content.Count == 0)
            GiveUpFirst();
    }

    /// <summary>Takes all items out.</summary>
    public void Clear()
    {
        while (First is not null)
            GiveUpFirst();
        Count = 0;
    }

    private void InsertAfter(QueueBlock<TItem>? older, QueueBlock<TItem> block)
    {
        (block.Older, block.Newer) = (older, older is null ? First : older.Newer);
        if (block.Newer is null)
            _last = block;
        else
            block.Newer.Older = block;
        if (older is null)
            First = block;
        else
            older.Newer = block;
    }

    private void GiveUpFirst()
    {
        GivenUp++;
        log?.Remove(First!);
        First = First!.Newer;
        if (First is null)
            _last = null;
        else
            First.Older = null;
    }
}
