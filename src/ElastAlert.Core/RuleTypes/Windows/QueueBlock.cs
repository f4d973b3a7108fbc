namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a run of items of a <see cref="TimeQueue{TItem}"/>; full ones are saved on their own, since they seldom change.</summary>
/// <param name="codec">Writes and reads the items.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal sealed class QueueBlock<TItem>(ItemCodec<TItem> codec) : StateRecord
{
    private const int SmallestCapacity = 2;

    private (long Time, TItem Item)[] _items = [];
    private int _first;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many items were taken out since the block was begun; what was saved before may still hold them.</summary>
    public long Taken { get; private set; }

    /// <summary>Gets the items, oldest first.</summary>
    public ReadOnlySpan<(long Time, TItem Item)> Items => _items.AsSpan(_first, Count);

    /// <summary>Gets the number of items that there is memory for.</summary>
    public int Capacity => _items.Length;

    /// <summary>Adds an item after all that are not newer.</summary>
    public void Add(long time, TItem item)
    {
        MakeRoom();
        var place = _first + Count++;
        while (place > _first && _items[place - 1].Time > time)
        {
            _items[place] = _items[place - 1];
            place--;
        }

        _items[place] = (time, item);
    }

    /// <summary>Replaces the newest item.</summary>
    public void ReplaceNewest(TItem item) => _items[_first + Count - 1].Item = item;

    /// <summary>Takes the oldest item out.</summary>
    public (long Time, TItem Item) TakeOldest()
    {
        var oldest = _items[_first];
        _items[_first++] = default;
        Count--;
        Taken++;
        return oldest;
    }

    /// <summary>Takes the newer half out, as a block of its own.</summary>
    public QueueBlock<TItem> Split()
    {
        var upper = new QueueBlock<TItem>(codec);
        foreach (var (time, item) in Items[(Count / 2)..])
            upper.Add(time, item);
        _items.AsSpan(_first + Count / 2, Count - Count / 2).Clear();
        Count /= 2;
        return upper;
    }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Block);
        writer.Number(Taken);
        writer.Number(Count);
        var time = 0L;
        foreach (var (next, item) in Items)
        {
            writer.Number(next - time);
            codec.Write(writer, next, item);
            time = next;
        }
    }

    /// <summary>Reads a block, of which the kind was read already.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="taken">How many items were taken out until now.</param>
    public void Read(StateReader reader, long taken)
    {
        Taken = reader.Number();
        var time = 0L;
        for (var count = reader.Count(); count > 0; count--)
        {
            time += reader.Number();
            Add(time, codec.Read(reader, time));
        }

        while (Taken < taken)
            TakeOldest();
    }

    private void MakeRoom()
    {
        if (_first + Count < _items.Length)
            return;
        var capacity = Count * 2 >= _items.Length ? Math.Max(SmallestCapacity, Count * 2) : _items.Length;
        var items = new (long, TItem)[capacity];
        Items.CopyTo(items);
        (_items, _first) = (items, 0);
    }
}
