namespace ElastAlert.Alerters;

/// <summary>Remembers something about an alert between its attempts, such as how much of it was taken, so that a retry does not repeat it.</summary>
/// <remarks>Kept in memory only: after a restart everything is sent again. Bounded, for alerts that nobody tries again.</remarks>
/// <typeparam name="T">What is remembered.</typeparam>
internal sealed class AlertMemory<T>
{
    private const int MostAlerts = 1000;

    private readonly OrderedDictionary<string, T> _items = new(StringComparer.Ordinal);

    public T? Of(string alertId) => _items.GetValueOrDefault(alertId);

    public void Record(string alertId, T item)
    {
        _items[alertId] = item;
        if (_items.Count > MostAlerts)
            _items.RemoveAt(0);
    }

    public void Forget(string alertId) => _items.Remove(alertId);
}
