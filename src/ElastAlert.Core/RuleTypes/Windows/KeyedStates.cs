using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds what a rule type remembers about each key, in the order in which the keys came.</summary>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed class KeyedStates<TState>
{
    private readonly StateLog _log;
    private readonly StateCodec<TState> _codec;
    private readonly Dictionary<FieldKey, KeyedState<TState>> _byKey = new(FieldKeyComparer.Instance);
    private readonly Dictionary<FieldKey, KeyedState<TState>>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly char[] _text = new char[128];
    private KeyedState<TState>? _oldest;
    private KeyedState<TState>? _youngest;

    // Buckets of one answer mostly come in the order of those before, so the key after the last one is tried first.
    private KeyedState<TState>? _expected;

    /// <summary>Creates a store without keys.</summary>
    /// <param name="log">Saves what is remembered.</param>
    /// <param name="codec">Makes, writes and reads it.</param>
    public KeyedStates(StateLog log, StateCodec<TState> codec)
    {
        (_log, _codec) = (log, codec);
        _byText = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

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

    /// <summary>Finds what is remembered about a key, or begins to remember; it counts as changed.</summary>
    /// <param name="key">The key as written.</param>
    public KeyedState<TState> GetOrAdd(FieldValue key)
    {
        if (!TryGet(key, out var item))
            return Add(key.ToKey(), key, _codec.Create());
        _log.MarkChanged(item);
        return item;
    }

    /// <summary>Begins to remember a key that is not there.</summary>
    public KeyedState<TState> Add(FieldKey key, FieldValue spelling, TState state)
    {
        var item = new KeyedState<TState>(key, spelling, state, _codec);
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
            var item = new KeyedState<TState>(key, spelling, _codec.Create(), _codec);
            _codec.Read(reader, records, item.State);
            record.Attach(item);
            Append(item);
        }
    }

    /// <summary>Forgets a key.</summary>
    public void Remove(KeyedState<TState> item)
    {
        if (!_byKey.Remove(item.Key))
            return;
        _codec.Release?.Invoke(item.State);
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

    private bool TryGet(FieldValue key, [NotNullWhen(true)] out KeyedState<TState>? item)
    {
        var isFound = key.TryGetPlainText(out var text) ? TryGet(key, text, out item) : _byKey.TryGetValue(key.ToKey(), out item);
        _expected = item?.Next ?? _oldest;
        return isFound;
    }

    private bool TryGet(FieldValue key, ReadOnlySpan<byte> text, [NotNullWhen(true)] out KeyedState<TState>? item)
    {
        item = _expected;
        if (item is not null && item.Key.IsAscii(text))
            return true;
        return Ascii.ToUtf16(text, _text, out var length) == OperationStatus.Done
            ? _byText.TryGetValue(_text.AsSpan(0, length), out item)
            : _byKey.TryGetValue(key.ToKey(), out item);
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
