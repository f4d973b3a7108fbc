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
    private readonly Begin _begin;
    private readonly KeyTable<TState> _table = new();
    private readonly char[] _text = new char[128];
    private KeyedState<TState>? _oldest;
    private KeyedState<TState>? _youngest;

    // Buckets of one answer mostly come in the order of those before, so the key after the last one is tried first.
    private KeyedState<TState>? _expected;

    /// <summary>Creates a store without keys.</summary>
    /// <param name="log">Saves what is remembered.</param>
    /// <param name="begin">Makes it for a new key.</param>
    public KeyedStates(StateLog log, Begin begin)
    {
        (_log, _begin) = (log, begin);
    }

    /// <summary>Makes what is remembered about a new key, in its place.</summary>
    public delegate void Begin(ref TState state);

    /// <summary>Gets the number of keys.</summary>
    public int Count => _table.Count;

    /// <summary>Goes through the keys in order; the current one may be removed while they are gone through.</summary>
    public Enumerator GetEnumerator() => new(_oldest);

    /// <summary>Finds what is remembered about a key, or begins to remember; it counts as changed.</summary>
    /// <param name="key">The key as written.</param>
    public KeyedState<TState> GetOrAdd(FieldValue key)
    {
        var item = FindOrAdd(key);
        _expected = item.Next ?? _oldest;
        return item;
    }

    /// <summary>Begins to remember a key that is not there.</summary>
    public KeyedState<TState> Add(FieldKey key, FieldValue spelling) => Add(key, key.GetHashCode(), spelling);

    /// <summary>Notes that what is remembered about a key changed.</summary>
    public void MarkChanged(KeyedState<TState> item) => _log.MarkChanged(item);

    /// <summary>Takes over what was saved.</summary>
    public void Restore(RestoredRecords records)
    {
        foreach (var record in records.OfKind(StateRecordKind.Key))
        {
            var reader = record.Open();
            var (key, spelling) = KeyedState<TState>.ReadKey(reader);
            var item = Create(key, key.GetHashCode(), spelling);
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

    private KeyedState<TState> FindOrAdd(FieldValue value)
    {
        if (value.TryGetPlainText(out var text))
        {
            if (_expected is { } expected && expected.Key.IsAscii(text))
                return Changed(expected);
            if (Ascii.ToUtf16(text, _text, out var length) == OperationStatus.Done)
                return FindOrAdd(value, _text.AsSpan(0, length));
        }

        var key = value.ToKey();
        var hash = key.GetHashCode();
        return _table.Find(key, hash) is { } item ? Changed(item) : Add(key, hash, value);
    }

    private KeyedState<TState> FindOrAdd(FieldValue value, ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        return _table.Find(text, hash) is { } item ? Changed(item) : Add(FieldKey.Of(text.ToString()), hash, value);
    }

    private KeyedState<TState> Add(FieldKey key, int hash, FieldValue spelling)
    {
        var item = Create(key, hash, spelling);
        _log.Add(item);
        Append(item);
        return item;
    }

    private KeyedState<TState> Create(FieldKey key, int hash, FieldValue spelling)
    {
        var item = new KeyedState<TState>(key, hash, spelling);
        _begin(ref item.State);
        return item;
    }

    private KeyedState<TState> Changed(KeyedState<TState> item)
    {
        _log.MarkChanged(item);
        return item;
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
