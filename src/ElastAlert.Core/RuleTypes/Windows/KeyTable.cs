using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Finds what is remembered about keys, also by the characters of a text, so that no string is made to look it up. What is remembered is
/// itself the entry of the table: with many keys, a dictionary's own entries would be fetched from memory besides.
/// </summary>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed class KeyTable<TState>
    where TState : IKeyState
{
    // A power of two, at least as many as keys.
    private KeyedState<TState>?[] _buckets = new KeyedState<TState>?[16];

    /// <summary>Gets the number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>Returns what is remembered about a key, or <see langword="null"/>.</summary>
    public KeyedState<TState>? Find(FieldKey key, int hash)
    {
        var item = Bucket(hash);
        while (item is not null && !(item.Hash == hash && item.Key == key))
            item = item.NextInBucket;
        return item;
    }

    /// <summary>Returns what is remembered about the key that a text is, or <see langword="null"/>.</summary>
    public KeyedState<TState>? Find(ReadOnlySpan<char> text, int hash)
    {
        var item = Bucket(hash);
        while (item is not null && !(item.Hash == hash && item.Key.IsText(text)))
            item = item.NextInBucket;
        return item;
    }

    /// <summary>Adds a key that is not there.</summary>
    public void Add(KeyedState<TState> item)
    {
        if (Count == _buckets.Length)
            Grow();
        Count++;
        Link(item);
    }

    /// <summary>Removes a key.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(KeyedState<TState> item)
    {
        ref var place = ref Bucket(item.Hash);
        while (place is not null && place != item)
            place = ref place.NextInBucket;
        if (place is null)
            return false;
        place = item.NextInBucket;
        Count--;
        return true;
    }

    private ref KeyedState<TState>? Bucket(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    private void Link(KeyedState<TState> item)
    {
        ref var bucket = ref Bucket(item.Hash);
        item.NextInBucket = bucket;
        bucket = item;
    }

    private void Grow()
    {
        var buckets = _buckets;
        _buckets = new KeyedState<TState>?[2 * buckets.Length];
        foreach (var bucket in buckets)
        {
            for (var item = bucket; item is not null;)
            {
                var next = item.NextInBucket;
                Link(item);
                item = next;
            }
        }
    }
}
