using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Holds values and when each was last seen, ascending by time, so that the stale ones are found without looking at the others. A value
/// that is seen again moves to its new place, which may lie before the old one (CARD-3).
/// </summary>
internal sealed class RecentValues
{
    private readonly Dictionary<FieldKey, LinkedListNode<(FieldKey Value, long Seen)>> _places = [];
    private readonly LinkedList<(FieldKey Value, long Seen)> _byTime = new();

    /// <summary>Gets the number of values.</summary>
    public int Count => _places.Count;

    /// <summary>Notes that a value was seen.</summary>
    public void See(FieldKey value, long time)
    {
        if (_places.TryGetValue(value, out var node))
            _byTime.Remove(node);
        else
            _places[value] = node = new LinkedListNode<(FieldKey, long)>(default);
        node.Value = (value, time);
        Insert(node);
    }

    /// <summary>Drops what was last seen before a moment.</summary>
    /// <returns>Whether anything was dropped.</returns>
    public bool DropBefore(long time)
    {
        var count = Count;
        while (_byTime.First is { } oldest && oldest.Value.Seen < time)
        {
            _byTime.RemoveFirst();
            _places.Remove(oldest.Value.Value);
        }

        return Count < count;
    }

    /// <summary>Writes the values.</summary>
    public void Write(StateWriter writer)
    {
        writer.Number(Count);
        var time = 0L;
        foreach (var (value, seen) in _byTime)
        {
            writer.Number(seen - time);
            writer.Text(value.ToString());
            time = seen;
        }
    }

    /// <summary>Reads values.</summary>
    public void Read(StateReader reader)
    {
        var time = 0L;
        for (var count = reader.Count(); count > 0; count--)
        {
            time += reader.Number();
            See(FieldKey.Parse(reader.Text()), time);
        }
    }

    private void Insert(LinkedListNode<(FieldKey Value, long Seen)> node)
    {
        var before = _byTime.Last;
        while (before is not null && before.Value.Seen > node.Value.Seen)
            before = before.Previous;
        if (before is null)
            _byTime.AddFirst(node);
        else
            _byTime.AddAfter(before, node);
    }
}
