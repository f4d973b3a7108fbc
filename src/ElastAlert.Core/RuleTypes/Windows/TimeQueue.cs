namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Holds items ascending by time; items of one moment keep the order in which they came. Adding the newest and taking the oldest cost
/// constant time, a late item costs the number of those of its block that are newer.
/// </summary>
/// <param name="codec">Writes and reads the items.</param>
/// <param name="log">Saves the full blocks, or <see langword="null"/> when nothing is saved.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal sealed class TimeQueue<TItem>(ItemCodec<TItem> codec, StateLog? log = null)
{
    // Most queues have one block; the list is there for the others.
    private readonly List<QueueBlock<TItem>> _blocks = new(1);
    private int _first;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of items that there is memory for.</summary>
    public int Capacity => _blocks.Skip(_first).Sum(static block => block.Capacity);

    /// <summary>Gets the oldest item.</summary>
    public (long Time, TItem Item) Oldest => _blocks[_first].Items[0];

    /// <summary>Gets the newest item.</summary>
    public (long Time, TItem Item) Newest => _blocks[^1].Items[^1];

    /// <summary>Gets the items, oldest first.</summary>
    public IEnumerable<(long Time, TItem Item)> Items
    {
        get
        {
            for (var block = _first; block < _blocks.Count; block++)
            {
                for (var place = 0; place < _blocks[block].Count; place++)
                    yield return _blocks[block].Items[place];
            }
        }
    }

    /// <summary>Adds an item after all that are not newer.</summary>
    public void Add(long time, TItem item)
    {
        if (Count == 0 || _blocks[^1].Count >= codec.BlockSize && time >= Newest.Time)
            BeginBlock();
        var place = _blocks.Count - 1;
        while (place > _first && _blocks[place].Count > 0 && _blocks[place].Items[0].Time > time)
            place--;
        _blocks[place].Add(time, item);
        Count++;
        KeepSmall(place);
    }

    /// <summary>Replaces the newest item.</summary>
    public void ReplaceNewest(TItem item) => _blocks[^1].ReplaceNewest(item);

    /// <summary>Takes the oldest item out.</summary>
    public (long Time, TItem Item) TakeOldest()
    {
        var block = _blocks[_first];
        var oldest = block.TakeOldest();
        Count--;
        if (block.Count == 0)
            DropFirstBlock();
        return oldest;
    }

    /// <summary>Takes all items out.</summary>
    public void Clear()
    {
        foreach (var block in _blocks.Skip(_first))
            log?.Remove(block);
        _blocks.Clear();
        (_first, Count) = (0, 0);
    }

    /// <summary>Writes the queue: its last block, and where the others are.</summary>
    public void Write(StateWriter writer)
    {
        var last = Math.Max(_first, _blocks.Count - 1);
        writer.Number(_blocks.Count - _first);
        for (var place = _first; place < last; place++)
            writer.Number(_blocks[place].Entry?.Id ?? 0);
        if (Count == 0)
            return;
        writer.Number(_blocks[_first].Taken);
        _blocks[^1].Write(writer);
    }

    /// <summary>Reads a queue.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="records">The blocks, by number.</param>
    public void Read(StateReader reader, RestoredRecords records)
    {
        var count = reader.Count();
        var full = new RestoredRecord[Math.Max(0, count - 1)];
        for (var place = 0; place < full.Length; place++)
            full[place] = records.Find(reader.Number());
        if (count == 0)
            return;
        var taken = reader.Number();
        foreach (var record in full)
        {
            var block = Read(record.Open(), taken);
            record.Attach(block);
            taken = 0;
        }

        if (reader.Number() != (long)StateRecordKind.Block)
            throw StateReader.Damaged();
        Read(reader, taken);
    }

    private QueueBlock<TItem> Read(StateReader reader, long taken)
    {
        var block = new QueueBlock<TItem>(codec);
        block.Read(reader, taken);
        _blocks.Add(block);
        Count += block.Count;
        return block;
    }

    private void BeginBlock()
    {
        if (Count > 0)
            log?.Add(_blocks[^1]);
        _blocks.Add(new QueueBlock<TItem>(codec));
    }

    // The last block is saved with the queue; the others on their own, so one that took a late item is saved again.
    private void KeepSmall(int place)
    {
        var isLast = place == _blocks.Count - 1;
        if (!isLast)
            log?.MarkChanged(_blocks[place]);
        if (_blocks[place].Count < 2 * codec.BlockSize)
            return;
        var upper = _blocks[place].Split();
        log?.Add(isLast ? _blocks[place] : upper);
        _blocks.Insert(place + 1, upper);
    }

    private void DropFirstBlock()
    {
        log?.Remove(_blocks[_first]);
        _blocks[_first++] = null!;
        if (_first * 2 <= _blocks.Count)
            return;
        _blocks.RemoveRange(0, _first);
        _first = 0;
    }
}
