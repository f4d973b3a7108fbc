using System.Collections.Concurrent;
using System.Globalization;

namespace ElastAlert.State.Writeback;

/// <summary>Removes documents that no manifest names. Only the owner of a rule does so, after a commit of its own.</summary>
/// <remarks>
/// What a commit drops is removed together with the writes of the next one. What interrupted commits left behind is looked for once, after the
/// first commit that follows a load. A document that another owner writes on top of our commit has a higher generation, and is left alone.
/// </remarks>
internal sealed class StateSweep(StateIndices indices)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _dropped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _due = new(StringComparer.Ordinal);

    /// <summary>Has leftovers looked for after the next commit of a rule.</summary>
    public void IsDue(string rule) => _due[rule] = true;

    public void Committed(CommitPlan plan)
    {
        if (plan.Dropped.Count > 0)
            _dropped.AddOrUpdate(plan.Next.Rule, plan.Dropped, (_, before) => [.. before, .. plan.Dropped]);
    }

    /// <summary>Returns the documents that commits of a rule dropped, once.</summary>
    public IReadOnlyList<string> Take(string rule) => _dropped.TryRemove(rule, out var ids) ? ids : [];

    /// <summary>Looks for leftovers of a rule if that is due.</summary>
    public async Task RunAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        if (!_due.TryRemove(manifest.Rule, out _))
            return;
        try
        {
            await SweepPartsAsync(manifest, cancellationToken).ConfigureAwait(false);
            await SweepAlertsAsync(manifest, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SearchException or OperationCanceledException)
        {
            // The commit has happened and must not seem to have failed; leftovers do no harm and are looked for again.
            IsDue(manifest.Rule);
        }
    }

    private async Task SweepPartsAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var named = manifest.Parts.Values.SelectMany(location => location.DocumentIds(manifest.RuleKey)).ToHashSet(StringComparer.Ordinal);
        var bulk = new BulkRequest(indices.State.Index);
        await indices.State.SearchAsync(
            Query(manifest, """{"term": {"kind": "part"}}"""),
            "key",
            withSource: false,
            hit => DeleteUnless(bulk, named, hit.GetProperty("_id").GetString()!),
            cancellationToken).ConfigureAwait(false);
        await bulk.SendAsync(indices.State.Transport, cancellationToken).ConfigureAwait(false);
    }

    private async Task SweepAlertsAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var bulk = new BulkRequest(indices.Outbox.Index);
        await indices.Outbox.SearchAsync(
            Query(manifest, """{"term": {"confirmed": false}}"""),
            "key",
            withSource: false,
            hit =>
            {
                // The id names the batch, and the version sees to it that a document that was recorded just now stays.
                var id = hit.GetProperty("_id").GetString()!;
                if (!manifest.Batches.Contains(id.Split('.')[1]))
                    bulk.Delete(id, DocumentVersion.Of(hit));
            },
            cancellationToken).ConfigureAwait(false);
        await bulk.SendAsync(indices.Outbox.Transport, cancellationToken).ConfigureAwait(false);
    }

    private static void DeleteUnless(BulkRequest bulk, HashSet<string> named, string id)
    {
        if (!named.Contains(id))
            bulk.Delete(id);
    }

    private static string Query(Manifest manifest, string which) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"bool": {"filter": [ {"term": {"rule_id": "{{manifest.RuleKey}}"} }, {{which}}, {"range": {"generation": {"lte": {{manifest.Generation}} } } } ]} }
        """);
}
