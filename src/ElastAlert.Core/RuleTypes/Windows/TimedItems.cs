namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an array of items ascending by time; what was taken out leaves room at the front, which is used again.</summary>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal struct TimedItems<TItem>
    where TItem : struct, IQueueItem<TItem>
{
    private (long Time, TItem Item)[]? _items;
    private int _first;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of items that there is memory for.</summary>
    public readonly int Capacity => _items?.Length ?? 0;

    /// <summary>Gets the items, oldest first.</summary>
    public readonly ReadOnlySpan<(long Time, TItem Item)> Items => _items.AsSpan(_first, Count);

    /// <summary>Gets the oldest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Oldest => ref _items![_first];

    /// <summary>Gets the newest item.</summary>
    public readonly ref readonly (long Time, TItem Item) Newest => ref _items![_first + Count - 1];

    /// <summary>Adds an item after all that are not newer.</summary>
    public void Add(long time, TItem item)
    {
        MakeRoom();
        var items = _items!;
        var place = _first + Count++;
        for (; place > _first && items[place - 1].Time > time; place--)
            items[place] = items[place - 1];
        items[place] = (time, item);
    }

    /// <summary>Replaces the newest item.</summary>
    public readonly void ReplaceNewest(TItem item) => _items![_first + Count - 1].Item = item;

    /// <summary>Takes the oldest item out.</summary>
    public void DropOldest()
    {
        _items![_first++] = default;
        Count--;
    }

    /// <summary>Takes the older half out.</summary>
    public TimedItems<TItem> TakeOlderHalf()
    {
        var older = default(TimedItems<TItem>);
        foreach (var (time, item) in Items[..(Count / 2)])
            older.Add(time, item);
        _items.AsSpan(_first, older.Count).Clear();
        _first += older.Count;
        Count -= older.Count;
        return older;
    }

    /// <summary>Writes the items.</summary>
    public readonly void Write(StateWriter writer)
    {
        writer.Number(Count);
        var time = 0L;
        foreach (var (next, item) in Items)
        {
            writer.Number(next - time);
            item.Write(writer, next);
            time = next;
        }
    }

    /// <summary>Reads items.</summary>
    public static TimedItems<TItem> Read(StateReader reader)
    {
        var items = default(TimedItems<TItem>);
        var time = 0L;
        for (var count = reader.Count(); count > 0; count--)
        {
            time += reader.Number();
            items.Add(time, TItem.Read(reader, time));
        }

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
