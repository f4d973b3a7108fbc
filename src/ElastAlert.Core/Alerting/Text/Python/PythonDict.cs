namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a dictionary in the order in which its keys came; templates may change it, so each rendering has its own.</summary>
internal sealed class PythonDict : PythonObject
{
    private readonly OrderedDictionary<Key, object?> _members;

    public PythonDict(PythonComparer comparer) => _members = new OrderedDictionary<Key, object?>(new KeyComparer(comparer));

    public override string TypeName => "dict";

    public override bool HasItems => true;

    public override bool IsTrue => _members.Count > 0;

    public int Count => _members.Count;

    public IEnumerable<object?> Keys => _members.Keys.Select(key => key.Value);

    public IEnumerable<object?> Values => _members.Values;

    public IEnumerable<KeyValuePair<object?, object?>> Members =>
        _members.Select(member => KeyValuePair.Create(member.Key.Value, member.Value));

    public object? this[object? key]
    {
        set => _members[new Key(key)] = value;
    }

    public bool TryGetValue(object? key, out object? value) => _members.TryGetValue(new Key(key), out value);

    public bool ContainsKey(object? key) => _members.ContainsKey(new Key(key));

    public bool Remove(object? key) => _members.Remove(new Key(key));

    public void Clear() => _members.Clear();

    public override void WriteRepr(PythonTextWriter writer)
    {
        if (!writer.Enter(this))
        {
            writer.Append("{...}");
            return;
        }

        writer.Append("{");
        var isFirst = true;
        foreach (var (key, value) in _members)
        {
            if (!isFirst)
                writer.Append(", ");
            isFirst = false;
            writer.Repr(key.Value);
            writer.Append(": ");
            writer.Repr(value);
        }

        writer.Append("}");
        writer.Leave();
    }

    /// <summary>Wraps a key, since None is one too and .NET's dictionaries refuse null.</summary>
    private readonly record struct Key(object? Value);

    private sealed class KeyComparer(PythonComparer comparer) : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) => comparer.AreEqual(x.Value, y.Value);

        public int GetHashCode(Key key) => comparer.Hash(key.Value);
    }
}
