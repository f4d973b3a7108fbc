namespace ElastAlert.Alerters.Http;

/// <summary>Remembers how many requests of an alert were taken, so that a retry does not repeat them.</summary>
/// <remarks>Kept in memory only: after a restart everything is sent again. Bounded, for alerts that nobody tries again.</remarks>
internal sealed class DeliveryProgress
{
    private const int MostAlerts = 1000;

    private readonly OrderedDictionary<string, int> _done = new(StringComparer.Ordinal);

    public int Of(string alertId) => _done.GetValueOrDefault(alertId);

    public void Record(string alertId, int count)
    {
        _done[alertId] = count;
        if (_done.Count > MostAlerts)
            _done.RemoveAt(0);
    }

    public void Forget(string alertId) => _done.Remove(alertId);
}
