using System.Buffers;
using System.Text;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds what a rule type remembers about each key, in the order in which the keys came.</summary>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed class KeyedStates<TState>
    where TState : IKeyState
{
    private readonly StateLog _log;
    private readonly Func<TState> _create;
    private readonly KeyTable<TState> _table = new();
    private readonly char[] _text = new char[128];
    private KeyedState<TState>? _oldest;
    private KeyedState<TState>? _youngest;

    // Buckets of one answer mostly come in the order of those before, so the key after the last one is tried first.
    private KeyedState<TState>? _expected;

    /// <summary>Creates a store without keys.</summary>
    /// <param name="log">Saves what is remembered.</param>
    /// <param name="create">Makes it for a new key.</param>
    public KeyedStates(StateLog log, Func<TState> create)
    {
        (_log, _create) = (log, create);
    }

    /// <summary>Gets the number of keys.</summary>
    public int Count => _table.Count;

    /// <summary>Goes through the keys in order; the current one may be removed while they are gone through.</summary>
    public Enumerator GetEnumerator() => new(_oldest);

    /// <summary>Finds what is remembered about a key, or begins to remember; it counts as changed.</summary>
    /// <param name="key">The key as written.</param>
    public KeyedState<TState> GetOrAdd(FieldValue key)
    {
        var item = Find(key);
        if (item is null)
            return Add(key.ToKey(), key, _create());
        _log.MarkChanged(item);
        return item;
    }

    /// <summary>Begins to remember a key that is not there.</summary>
    public KeyedState<TState> Add(FieldKey key, FieldValue spelling, in TState state)
    {
        var item = new KeyedState<TState>(key, spelling, in state);
        _log.Add(item);
        Append(item);
        return item;
    }

    /// <summary>Notes that what is remembered about a key changed.</summary>
    public void MarkChanged(KeyedState<TState> item) => _log.MarkChanged(item);

    /// <summary>Takes over what was saved.</summary>
    public void Restore(RestoredRecords records)
    {
        foreach (var record in records.OfKind(StateRecordKind.Key))
        {
            var reader = record.Open();
            var (key, spelling) = KeyedState<TState>.ReadKey(reader);
            var item = new KeyedState<TState>(key, spelling, _create());
            item.State.Read(reader, records);
            record.Attach(item);
            Append(item);
        }
    }

    /// <summary>Forgets a key.</summary>
    public void Remove(KeyedState<TState> item)
    {
        if (!_table.Remove(item))
            return;
        item.State.Release();
        if (_expected == item)
            _expected = item.Next;
        _log.Remove(item);
        if (item.Previous is null)
            _oldest = item.Next;
        else
            item.Previous.Next = item.Next;
        if (item.Next is null)
            _youngest = item.Previous;
        else
            item.Next.Previous = item.Previous;
    }

    private KeyedState<TState>? Find(FieldValue key)
    {
        var item = key.TryGetPlainText(out var text) ? Find(key, text) : _table.Find(key.ToKey());
        _expected = item?.Next ?? _oldest;
        return item;
    }

    private KeyedState<TState>? Find(FieldValue key, ReadOnlySpan<byte> text)
    {
        if (_expected is { } expected && expected.Key.IsAscii(text))
            return expected;
        return Ascii.ToUtf16(text, _text, out var length) == OperationStatus.Done
            ? _table.Find(_text.AsSpan(0, length))
            : _table.Find(key.ToKey());
    }

    private void Append(KeyedState<TState> item)
    {
        item.Previous = _youngest;
        _table.Add(item);
        if (_youngest is null)
            _oldest = item;
        else
            _youngest.Next = item;
        _youngest = item;
    }

    /// <summary>Goes through the keys in order.</summary>
    public struct Enumerator(KeyedState<TState>? oldest)
    {
        private KeyedState<TState>? _next = oldest;

        /// <summary>Gets the current key.</summary>
        public KeyedState<TState> Current { get; private set; } = null!;

        /// <summary>Goes on to the next key.</summary>
        public bool MoveNext()
        {
            if (_next is null)
                return false;
            Current = _next;
            _next = Current.Next;
            return true;
        }
    }
}
