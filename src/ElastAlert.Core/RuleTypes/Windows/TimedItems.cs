namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an array of items ascending by time; what was taken out leaves room at the front, which is used again.</summary>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal struct TimedItems<TItem>
{
    private (long Time, TItem Item)[]? _items;
    private int _first;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many items were taken out so far; what was saved before may still hold them.</summary>
    public long Taken { get; private set; }

    /// <summary>Gets the number of items that there is memory for.</summary>
    public readonly int Capacity => _items?.Length ?? 0;

    /// <summary>Gets the items, oldest first.</summary>
    public readonly ReadOnlySpan<(long Time, TItem Item)> Items => _items.AsSpan(_first, Count);

    /// <summary>Adds an item after all that are not newer.</summary>
    public void Add(long time, TItem item)
    {
        MakeRoom();
        var place = _first + Count++;
        while (place > _first && _items![place - 1].Time > time)
        {
            _items[place] = _items[place - 1];
            place--;
        }

        _items![place] = (time, item);
    }

    /// <summary>Replaces the newest item.</summary>
    public readonly void ReplaceNewest(TItem item) => _items![_first + Count - 1].Item = item;

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        _items![_first++] = default;
        Count--;
        Taken++;
    }

    /// <summary>Takes the older half out.</summary>
    public TimedItems<TItem> TakeOlderHalf()
    {
        var older = new TimedItems<TItem> { Taken = Taken };
        foreach (var (time, item) in Items[..(Count / 2)])
            older.Add(time, item);
        _items.AsSpan(_first, older.Count).Clear();
        _first += older.Count;
        Count -= older.Count;
        Taken = 0;
        return older;
    }

    /// <summary>Writes the items.</summary>
    public readonly void Write(StateWriter writer, ItemCodec<TItem> codec)
    {
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

    /// <summary>Reads items.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="codec">Reads an item.</param>
    /// <param name="taken">How many items were taken out until now.</param>
    public static TimedItems<TItem> Read(StateReader reader, ItemCodec<TItem> codec, long taken)
    {
        var items = new TimedItems<TItem> { Taken = reader.Number() };
        var time = 0L;
        for (var count = reader.Count(); count > 0; count--)
        {
            time += reader.Number();
            items.Add(time, codec.Read(reader, time));
        }

        while (items.Taken < taken)
            items.DropOldest();
        return items;
    }

    private void MakeRoom()
    {
        var capacity = Capacity;
        if (_first + Count < capacity)
            return;
        var items = _first == 0 || Count * 4 > capacity * 3 ? new (long, TItem)[Math.Max(1, Count * 2)] : _items!;
        Items.CopyTo(items);
        items.AsSpan(Count).Clear();
        (_items, _first) = (items, 0);
    }
}
