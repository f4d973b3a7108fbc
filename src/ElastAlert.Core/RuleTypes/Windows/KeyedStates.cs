using System.Diagnostics.CodeAnalysis;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds what a rule type remembers about each key, in the order in which the keys came.</summary>
/// <param name="log">Saves it.</param>
/// <param name="codec">Makes, writes and reads it.</param>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed class KeyedStates<TState>(StateLog log, StateCodec<TState> codec)
{
    private readonly Dictionary<FieldKey, KeyedState<TState>> _byKey = [];
    private KeyedState<TState>? _oldest;
    private KeyedState<TState>? _youngest;

    /// <summary>Gets the number of keys.</summary>
    public int Count => _byKey.Count;

    /// <summary>Gets the keys in order; the current one may be removed while they are gone through.</summary>
    public IEnumerable<KeyedState<TState>> All
    {
        get
        {
            for (var item = _oldest; item is not null;)
            {
                var next = item.Next;
                yield return item;
                item = next;
            }
        }
    }

    /// <summary>Finds what is remembered about a key.</summary>
    public bool TryGet(FieldKey key, [NotNullWhen(true)] out KeyedState<TState>? item) => _byKey.TryGetValue(key, out item);

    /// <summary>Finds what is remembered about a key, or begins to remember; it counts as changed.</summary>
    /// <param name="key">The key as written.</param>
    public KeyedState<TState> GetOrAdd(FieldValue key)
    {
        var plain = key.ToKey();
        if (!_byKey.TryGetValue(plain, out var item))
            return Add(plain, key, codec.Create());
        log.MarkChanged(item);
        return item;
    }

    /// <summary>Begins to remember a key that is not there.</summary>
    public KeyedState<TState> Add(FieldKey key, FieldValue spelling, TState state)
    {
        var item = new KeyedState<TState>(key, spelling, state, codec);
        log.Add(item);
        Append(item);
        return item;
    }

    /// <summary>Notes that what is remembered about a key changed.</summary>
    public void MarkChanged(KeyedState<TState> item) => log.MarkChanged(item);

    /// <summary>Takes over what was saved.</summary>
    public void Restore(RestoredRecords records)
    {
        foreach (var record in records.OfKind(StateRecordKind.Key))
        {
            var reader = record.Open();
            var (key, spelling) = KeyedState<TState>.ReadKey(reader);
            var item = new KeyedState<TState>(key, spelling, codec.Create(), codec);
            codec.Read(reader, records, item.State);
            record.Attach(item);
            Append(item);
        }
    }

    /// <summary>Forgets a key.</summary>
    public void Remove(KeyedState<TState> item)
    {
        if (!_byKey.Remove(item.Key))
            return;
        codec.Release?.Invoke(item.State);
        log.Remove(item);
        if (item.Previous is null)
            _oldest = item.Next;
        else
            item.Previous.Next = item.Next;
        if (item.Next is null)
            _youngest = item.Previous;
        else
            item.Next.Previous = item.Previous;
    }

    private void Append(KeyedState<TState> item)
    {
        item.Previous = _youngest;
        _byKey.Add(item.Key, item);
        if (_youngest is null)
            _oldest = item;
        else
            _youngest.Next = item;
        _youngest = item;
    }
}
