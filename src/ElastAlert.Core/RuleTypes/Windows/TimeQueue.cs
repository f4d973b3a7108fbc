namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Holds items ascending by time; items of one moment keep the order in which they came. Adding the newest and taking the oldest cost
/// constant time, a late item costs the number of those of its block that are newer. It is a field of what owns it, never copied.
/// </summary>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal struct TimeQueue<TItem>
    where TItem : struct, IQueueItem<TItem>
{
    // Most queues have few items, which are all here; when they are many, full blocks of older ones come before them.
    private TimedItems<TItem> _newest;
    private QueueBlocks<TItem>? _blocks;

    /// <summary>Gets the number of items.</summary>
    public readonly int Count => _newest.Count + (_blocks?.Count ?? 0);

    /// <summary>Gets how many full blocks were given up; what was saved before cannot be read without them.</summary>
    public readonly int BlocksGivenUp => _blocks?.GivenUp ?? 0;

    /// <summary>Gets the number of items that there is memory for.</summary>
    public readonly int Capacity => _newest.Capacity + Blocks.Sum(static block => block.Content.Capacity);

    /// <summary>Gets the oldest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Oldest => ref _blocks?.First is { } first ? ref first.Content.Oldest : ref _newest.Oldest;

    /// <summary>Gets the newest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Newest => ref _newest.Newest;

    /// <summary>Gets the items, oldest first.</summary>
    public readonly IEnumerable<(long Time, TItem Item)> Items
    {
        get
        {
            foreach (var block in Blocks)
            {
                for (var place = 0; place < block.Content.Count; place++)
                    yield return block.Content.Items[place];
            }

            for (var place = 0; place < _newest.Count; place++)
                yield return _newest.Items[place];
        }
    }

    private readonly IEnumerable<QueueBlock<TItem>> Blocks
    {
        get
        {
            for (var block = _blocks?.First; block is not null; block = block.Newer)
                yield return block;
        }
    }

    /// <summary>Returns the item at a place, counted from the oldest.</summary>
    public readonly ref readonly (long Time, TItem Item) At(int place)
    {
        var block = _blocks?.First;
        for (; block is not null && place >= block.Content.Count; block = block.Newer)
            place -= block.Content.Count;
        return ref block is null ? ref _newest.Items[place] : ref block.Content.Items[place];
    }

    /// <summary>Adds an item after all that are not newer.</summary>
    /// <param name="time">Its time.</param>
    /// <param name="item">The item.</param>
    /// <param name="log">Saves the full blocks, or <see langword="null"/> when nothing is saved; always the same one.</param>
    public void Add(long time, TItem item, StateLog? log = null)
    {
        if (_newest.Count >= TItem.BlockSize && time >= Newest.Time)
            CloseNewest(log);
        if (_blocks?.First is not null && _newest.Count > 0 && _newest.Oldest.Time > time)
            _blocks.Add(time, item);
        else
            AddToNewest(time, item, log);
    }

    /// <summary>Replaces the newest item.</summary>
    public readonly void ReplaceNewest(TItem item) => _newest.ReplaceNewest(item);

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        if (_blocks?.First is not null)
            _blocks.DropOldest();
        else
            _newest.DropOldest();
    }

    /// <summary>Takes all items out.</summary>
    public void Clear()
    {
        _blocks?.Clear();
        _newest = default;
    }

    /// <summary>Writes the queue: its newest items, and where the others are.</summary>
    public readonly void Write(StateWriter writer)
    {
        writer.Number(Blocks.Count());
        foreach (var block in Blocks)
            writer.Number(block.Entry?.Id ?? 0);
        writer.Number(_blocks?.First?.Taken ?? 0);
        writer.Number(0);
        _newest.Write(writer);
    }

    /// <summary>Reads a queue.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="records">The blocks, by number.</param>
    /// <param name="log">Saves the full blocks.</param>
    public void Read(StateReader reader, RestoredRecords records, StateLog? log)
    {
        var full = new RestoredRecord[reader.Count()];
        for (var place = 0; place < full.Length; place++)
            full[place] = records.Find(reader.Number());
        var taken = reader.Number();
        foreach (var record in full)
        {
            MakeBlocks(log).Append(QueueBlock<TItem>.Read(record, taken));
            taken = 0;
        }

        // How many of the newest items were taken out, which is nothing to anybody: they are written with every save.
        reader.Number();
        _newest = TimedItems<TItem>.Read(reader);
    }

    private QueueBlocks<TItem> MakeBlocks(StateLog? log) => _blocks ??= new QueueBlocks<TItem>(log);

    private void CloseNewest(StateLog? log)
    {
        MakeBlocks(log).Append(_newest);
        _newest = default;
    }

    private void AddToNewest(long time, TItem item, StateLog? log)
    {
        _newest.Add(time, item);
        if (_newest.Count >= 2 * TItem.BlockSize)
            MakeBlocks(log).Append(_newest.TakeOlderHalf());
    }
}
