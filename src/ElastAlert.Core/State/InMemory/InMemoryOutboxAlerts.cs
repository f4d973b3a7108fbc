namespace ElastAlert.State.InMemory;

/// <summary>Keeps the alerts of an outbox; the caller holds the lock.</summary>
internal sealed class InMemoryOutboxAlerts
{
    private readonly Dictionary<(string Rule, string Id), OutboxAlert> _alerts = [];

    public void Add(OutboxAlert alert) =>
        _alerts.TryAdd((alert.Rule, alert.Id), alert with { Matches = alert.Matches.ToArray() });

    public IReadOnlyList<OutboxAlert> Of(string? rule, bool includeDead) =>
        [.. _alerts.Values.Where(alert => (rule is null || alert.Rule == rule) && (includeDead || OpenAlerts.IsOpen(alert.Entries)))];

    public OutboxAlert? Find(string rule, string alertId) => _alerts.GetValueOrDefault((rule, alertId));

    public void Apply(OutboxChange change)
    {
        var key = (change.Rule, change.AlertId);
        if (change is OutboxChange.Removed)
            _alerts.Remove(key);
        else if (change is OutboxChange.Updated updated && _alerts.TryGetValue(key, out var alert))
            _alerts[key] = alert with { Entries = [.. alert.Entries.Select(entry => entry.Channel == updated.Entry.Channel ? updated.Entry : entry)] };
    }
}
