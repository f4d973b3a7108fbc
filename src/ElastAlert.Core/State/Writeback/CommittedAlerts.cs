using System.Collections.Concurrent;

namespace ElastAlert.State.Writeback;

/// <summary>Knows where the alerts that this process committed or loaded stand, and which batches a manifest has to name no longer.</summary>
internal sealed class CommittedAlerts
{
    private readonly ConcurrentDictionary<(string Rule, string AlertId), AlertPlace> _places = new();
    private readonly ConcurrentDictionary<string, RuleBatches> _rules = new(StringComparer.Ordinal);

    public AlertPlace? Find(string rule, string alertId) => _places.GetValueOrDefault((rule, alertId));

    /// <summary>Returns which of the batches that a manifest names have alerts that may not have been recorded.</summary>
    public IReadOnlyList<string> Unfinished(string rule, IReadOnlyList<string> batches) =>
        batches.Count == 0 || !_rules.TryGetValue(rule, out var known) ? batches : known.Unfinished(batches);

    public void Committed(CommitPlan plan)
    {
        if (plan.Alerts.Count == 0)
            return;
        foreach (var (id, alert) in plan.Alerts)
            _places[(alert.Rule, alert.Id)] = new AlertPlace(id, plan.CommitKey);
        OfRule(plan.Next.Rule).Add(plan.CommitKey, plan.Alerts.Select(alert => alert.Key));
    }

    /// <summary>Takes note of all alerts of a rule that are in the outbox.</summary>
    /// <param name="manifest">The manifest as it was before the outbox was searched.</param>
    /// <param name="found">The alerts, and whether each was recorded already.</param>
    public void Loaded(Manifest manifest, IReadOnlyList<StandingAlert> found)
    {
        foreach (var alert in found)
            _places[(manifest.Rule, alert.AlertId)] = alert.Place;
        var rule = OfRule(manifest.Rule);
        foreach (var batch in manifest.Batches)
            rule.AddIfUnknown(batch, found.Where(alert => !alert.IsConfirmed && alert.Place.CommitKey == batch).Select(alert => alert.Place.DocumentId));
    }

    /// <summary>Takes note that a document says by itself that it is committed.</summary>
    public void Confirmed(string rule, AlertPlace place) => OfRule(rule).Finish(place);

    public void Removed(string rule, string alertId, AlertPlace place)
    {
        _places.TryRemove((rule, alertId), out _);
        OfRule(rule).Finish(place);
    }

    private RuleBatches OfRule(string rule) => _rules.GetOrAdd(rule, static _ => new RuleBatches());
}
