namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Holds items ascending by time; items of one moment keep the order in which they came. Adding the newest and taking the oldest cost
/// constant time, a late item costs the number of those of its block that are newer. It is a field of what owns it, never copied.
/// </summary>
/// <param name="codec">Writes and reads the items.</param>
/// <param name="log">Saves the full blocks, or <see langword="null"/> when nothing is saved.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal struct TimeQueue<TItem>(ItemCodec<TItem> codec, StateLog? log = null)
{
    // Most queues have few items, which are all here; when they are many, full blocks of older ones come before them.
    private TimedItems<TItem> _newest;
    private QueueBlock<TItem>? _firstBlock;
    private QueueBlock<TItem>? _lastBlock;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many full blocks were given up; what was saved before cannot be read without them.</summary>
    public int BlocksGivenUp { get; private set; }

    /// <summary>Gets the number of items that there is memory for.</summary>
    public readonly int Capacity => _newest.Capacity + Blocks.Sum(static block => block.Content.Capacity);

    /// <summary>Gets the oldest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Oldest => ref _firstBlock is null ? ref _newest.Items[0] : ref _firstBlock.Content.Items[0];

    /// <summary>Gets the newest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Newest => ref _newest.Items[^1];

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
            for (var block = _firstBlock; block is not null; block = block.Newer)
                yield return block;
        }
    }

    /// <summary>Returns the item at a place, counted from the oldest.</summary>
    public readonly ref readonly (long Time, TItem Item) At(int place)
    {
        var block = _firstBlock;
        for (; block is not null && place >= block.Content.Count; block = block.Newer)
            place -= block.Content.Count;
        return ref block is null ? ref _newest.Items[place] : ref block.Content.Items[place];
    }

    /// <summary>Adds an item after all that are not newer.</summary>
    public void Add(long time, TItem item)
    {
        if (_newest.Count >= codec.BlockSize && time >= Newest.Time)
            CloseNewest();
        if (_lastBlock is not null && _newest.Count > 0 && _newest.Items[0].Time > time)
            AddToBlock(time, item);
        else
            AddToNewest(time, item);
        Count++;
    }

    /// <summary>Replaces the newest item.</summary>
    public readonly void ReplaceNewest(TItem item) => _newest.ReplaceNewest(item);

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        Count--;
        if (_firstBlock is null)
        {
            _newest.DropOldest();
            return;
        }

        _firstBlock.Content.DropOldest();
        if (_firstBlock.Content.Count == 0)
            GiveUpFirstBlock();
    }

    /// <summary>Takes all items out.</summary>
    public void Clear()
    {
        while (_firstBlock is not null)
            GiveUpFirstBlock();
        (_newest, Count) = (default, 0);
    }

    /// <summary>Writes the queue: its newest items, and where the others are.</summary>
    public readonly void Write(StateWriter writer)
    {
        writer.Number(Blocks.Count());
        for (var block = _firstBlock; block is not null; block = block.Newer)
            writer.Number(block.Entry?.Id ?? 0);
        writer.Number(_firstBlock?.Content.Taken ?? 0);
        _newest.Write(writer, codec);
    }

    /// <summary>Reads a queue.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="records">The blocks, by number.</param>
    public void Read(StateReader reader, RestoredRecords records)
    {
        var full = new RestoredRecord[reader.Count()];
        for (var place = 0; place < full.Length; place++)
            full[place] = records.Find(reader.Number());
        var taken = reader.Number();
        foreach (var record in full)
        {
            var block = new QueueBlock<TItem>(codec, TimedItems<TItem>.Read(record.Open(), codec, taken));
            record.Attach(block);
            InsertAfter(_lastBlock, block);
            Count += block.Content.Count;
            taken = 0;
        }

        _newest = TimedItems<TItem>.Read(reader, codec, taken: 0);
        Count += _newest.Count;
    }

    private void CloseNewest()
    {
        AppendBlock(_newest);
        _newest = default;
    }

    private void AppendBlock(TimedItems<TItem> content)
    {
        var block = new QueueBlock<TItem>(codec, content);
        log?.Add(block);
        InsertAfter(_lastBlock, block);
    }

    private void AddToNewest(long time, TItem item)
    {
        _newest.Add(time, item);
        if (_newest.Count >= 2 * codec.BlockSize)
            AppendBlock(_newest.TakeOlderHalf());
    }

    // Blocks are saved on their own, so one that took a late item is saved again.
    private void AddToBlock(long time, TItem item)
    {
        var block = _lastBlock!;
        while (block.Older is { } older && block.Content.Items[0].Time > time)
            block = older;
        block.Content.Add(time, item);
        log?.MarkChanged(block);
        if (block.Content.Count < 2 * codec.BlockSize)
            return;
        var half = new QueueBlock<TItem>(codec, block.Content.TakeOlderHalf());
        log?.Add(half);
        InsertAfter(block.Older, half);
    }

    private void InsertAfter(QueueBlock<TItem>? older, QueueBlock<TItem> block)
    {
        (block.Older, block.Newer) = (older, older is null ? _firstBlock : older.Newer);
        if (block.Newer is null)
            _lastBlock = block;
        else
            block.Newer.Older = block;
        if (older is null)
            _firstBlock = block;
        else
            older.Newer = block;
    }

    private void GiveUpFirstBlock()
    {
        BlocksGivenUp++;
        log?.Remove(_firstBlock!);
        _firstBlock = _firstBlock!.Newer;
        if (_firstBlock is null)
            _lastBlock = null;
        else
            _firstBlock.Older = null;
    }
}
