using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Keeps alerts as documents beside a writeback index. One counts if it was recorded, or if a manifest names its batch.</summary>
internal sealed class WritebackOutbox(StateIndices indices, RuleManifests manifests, CommittedAlerts alerts) : IOutbox
{
    private const int MostAttempts = 20;

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);

        // Manifests first: an alert that is committed after this is not seen, but none that a manifest names is missed.
        var named = (await ManifestsAsync(rule, cancellationToken).ConfigureAwait(false)).ToDictionary(manifest => manifest.Rule, StringComparer.Ordinal);
        var standing = named.Keys.ToDictionary(name => name, _ => new List<StandingAlert>(), StringComparer.Ordinal);
        await indices.Outbox.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var page in indices.Outbox.PagesAsync(QueryOf(rule, includeDead), "key", withSource: true, ReadPage, cancellationToken).ConfigureAwait(false))
        {
            foreach (var found in page.Where(found => IsCommitted(found, named)))
            {
                standing[found.Alert.Rule].Add(new StandingAlert(found.Alert.Id, found.Place, found.IsConfirmed));
                yield return found.Alert;
            }
        }

        foreach (var (name, manifest) in named)
            alerts.Loaded(manifest, standing[name]);
    }

    /// <inheritdoc/>
    public async Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(alertId);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);
        if (alerts.Find(rule, alertId) is null)
            await LocateAllAsync(rule, cancellationToken).ConfigureAwait(false);
        return alerts.Find(rule, alertId) is { } place
            ? (await indices.Outbox.GetAsync(place.DocumentId, AlertDocuments.Read, cancellationToken).ConfigureAwait(false))?.Alert
            : null;
    }

    /// <inheritdoc/>
    public async Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await indices.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var left = await LocateAsync(changes, cancellationToken).ConfigureAwait(false);
        for (var i = 0; left.Count > 0; i++)
        {
            if (i == MostAttempts)
                throw new SearchException($"Alerts in '{indices.Outbox.Index}' changed again and again while they were recorded.") { IsTransient = true };
            left = await TryRecordAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Manifest>> ManifestsAsync(string? rule, CancellationToken cancellationToken)
    {
        if (rule is null)
            return [.. (await manifests.ReadAllAsync(cancellationToken).ConfigureAwait(false)).Select(stored => stored.Manifest)];
        return await manifests.ReadAsync(rule, cancellationToken).ConfigureAwait(false) is { } stored ? [stored.Manifest] : [];
    }

    private static bool IsCommitted(FoundAlert found, Dictionary<string, Manifest> named) =>
        named.TryGetValue(found.Alert.Rule, out var manifest) && (found.IsConfirmed || manifest.Batches.Contains(found.Place.CommitKey));

    private static List<FoundAlert> ReadPage(JsonElement hits) => [.. hits.EnumerateArray().Select(AlertDocuments.Read)];

    private static string QueryOf(string? rule, bool includeDead)
    {
        var filter = rule is null ? "" : $$"""{"term": {"rule_id": "{{DocumentKey.Of(rule)}}"} }""";
        var mustNot = includeDead ? "" : """{"term": {"state": "dead"} }""";
        return $$"""{"bool": {"filter": [ {{filter}} ], "must_not": [ {{mustNot}} ]} }""";
    }

    private async Task LocateAllAsync(string rule, CancellationToken cancellationToken)
    {
        await foreach (var _ in ReadAsync(rule, includeDead: true, cancellationToken).ConfigureAwait(false))
        {
            // Only where they stand is kept.
        }
    }

    private async Task<List<AlertChanges>> LocateAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        var located = new List<AlertChanges>();
        foreach (var ofRule in changes.GroupBy(change => change.Rule, StringComparer.Ordinal))
        {
            if (ofRule.Any(change => alerts.Find(ofRule.Key, change.AlertId) is null))
                await LocateAllAsync(ofRule.Key, cancellationToken).ConfigureAwait(false);
            foreach (var ofAlert in ofRule.GroupBy(change => change.AlertId, StringComparer.Ordinal))
            {
                // An alert that is nowhere was removed before.
                if (alerts.Find(ofRule.Key, ofAlert.Key) is { } place)
                    located.Add(new AlertChanges(ofRule.Key, ofAlert.Key, place, [.. ofAlert]));
            }
        }

        return located;
    }

    private async Task<List<AlertChanges>> TryRecordAsync(List<AlertChanges> changes, CancellationToken cancellationToken)
    {
        var bulk = new BulkRequest(indices.Outbox.Index);
        var removed = changes.Where(change => change.IsRemoval).ToList();
        foreach (var change in removed)
            bulk.Delete(change.Place.DocumentId);
        var updated = changes.Where(change => !change.IsRemoval).ToDictionary(change => change.Place.DocumentId, StringComparer.Ordinal);
        await UpdateAsync(bulk, updated, cancellationToken).ConfigureAwait(false);

        var items = await bulk.SendAndCheckAsync(indices.Outbox.Transport, cancellationToken).ConfigureAwait(false);
        foreach (var change in removed)
            alerts.Removed(change.Rule, change.AlertId, change.Place);
        var conflicts = items.Where(item => item.IsConflict).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var change in updated.Values.Where(change => !conflicts.Contains(change.Place.DocumentId)))
            alerts.Confirmed(change.Rule, change.Place);
        return [.. changes.Where(change => conflicts.Contains(change.Place.DocumentId))];
    }

    private async Task UpdateAsync(BulkRequest bulk, Dictionary<string, AlertChanges> updated, CancellationToken cancellationToken)
    {
        foreach (var ids in updated.Keys.Chunk(StateDocuments.PageSize))
            await indices.Outbox.GetManyAsync(ids, EntryJson.Field, document => Update(bulk, updated, document), cancellationToken).ConfigureAwait(false);
    }

    private static void Update(BulkRequest bulk, Dictionary<string, AlertChanges> updated, JsonElement document)
    {
        var id = document.GetProperty("_id").GetString()!;
        var entries = updated[id].ApplyTo(EntryJson.Read(document.GetProperty("_source")));
        bulk.Update(id, DocumentVersion.Of(document), writer => AlertDocuments.WriteRecorded(writer, entries));
    }
}
