using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.State.Writeback;

/// <summary>Takes over the last end, the pending aggregates and the unsent alerts that ElastAlert left in the writeback indices (engine.md 6.5).</summary>
/// <remarks>Its silences need no taking over: they are found where they are.</remarks>
internal sealed class ReferenceStateImport : IStateImport
{
    private const int HeadsInOneSearch = 200;

    private readonly ISearchTransport _transport;
    private readonly TimeSpan _alertTimeLimit;
    private readonly ReferenceDocuments _status;
    private readonly ReferenceDocuments _alerts;

    /// <param name="transport">The cluster of the writeback index.</param>
    /// <param name="writebackIndex">The name of the writeback index.</param>
    /// <param name="alertTimeLimit">How long a failed alert is tried again.</param>
    /// <param name="time">The clock.</param>
    public ReferenceStateImport(ISearchTransport transport, string writebackIndex, TimeSpan alertTimeLimit, TimeProvider time)
    {
        var names = new WritebackNames(writebackIndex);
        _transport = transport;
        _alertTimeLimit = alertTimeLimit;
        _status = new ReferenceDocuments(transport, names.Status, time);
        _alerts = new ReferenceDocuments(transport, names.Alerts, time);
    }

    /// <inheritdoc/>
    public async Task<ImportedState> ReadAsync(Rule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new ImportedState
        {
            LastEnd = await LastEndAsync(rule.Name, cancellationToken).ConfigureAwait(false),
            Alerts = await AlertsAsync(rule.Name, now, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(IReadOnlyList<ImportedDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var ofIndex in documents.GroupBy(document => document.Index, StringComparer.Ordinal))
        {
            var bulk = new BulkRequest(ofIndex.Key);
            foreach (var document in ofIndex)
                bulk.Delete(document.Id, new DocumentVersion(document.SequenceNumber, document.PrimaryTerm));
            await bulk.SendAndCheckAsync(_transport, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DateTimeOffset?> LastEndAsync(string rule, CancellationToken cancellationToken)
    {
        if (await _status.FieldAsync("rule_name", cancellationToken).ConfigureAwait(false) is not { } ruleName)
            return null;
        await _status.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var ends = await _status.NewestAsync($$"""{"bool": {"filter": [ {{Term(ruleName, rule)}} ]} }""", "@timestamp", 1, LastEnd, cancellationToken)
            .ConfigureAwait(false);
        return ends.Count == 0 ? null : ends[0];
    }

    private async Task<IReadOnlyList<ImportedAlert>> AlertsAsync(string rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _alerts.FieldAsync("rule_name", cancellationToken).ConfigureAwait(false) is not { } ruleName)
            return [];
        await _alerts.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var heads = new List<ReferenceAlert>();
        await _alerts.AllAsync(Heads(ruleName, rule, now - _alertTimeLimit), "alert_time", hit => Add(heads, hit, rule), cancellationToken).ConfigureAwait(false);
        await AddMembersAsync(heads, cancellationToken).ConfigureAwait(false);
        return [.. heads.Select(head => head.ToImported())];
    }

    // All members, however many there are: of a large aggregate the reference forgets the rest (Q71).
    private async Task AddMembersAsync(List<ReferenceAlert> heads, CancellationToken cancellationToken)
    {
        if (heads.Count == 0 || await _alerts.FieldAsync("aggregate_id", cancellationToken).ConfigureAwait(false) is not { } aggregateId)
            return;
        var byId = heads.ToDictionary(head => head.Id, StringComparer.Ordinal);
        foreach (var ids in byId.Keys.Chunk(HeadsInOneSearch))
        {
            var should = string.Join(", ", ids.Select(id => Term(aggregateId, id)));
            await _alerts.AllAsync(
                $$"""{"bool": {"filter": [ {"bool": {"should": [ {{should}} ], "minimum_should_match": 1} } ]} }""",
                "@timestamp",
                hit => AddMember(byId, hit),
                cancellationToken).ConfigureAwait(false);
        }
    }

    // An aggregate that was never tried is taken over however old it is; the limit is for retries (Q64).
    private static string Heads(string ruleNameField, string rule, DateTimeOffset oldest) =>
        $$"""
        {"bool": {
          "filter": [
            {{Term(ruleNameField, rule)}},
            {"term": {"alert_sent": false} },
            {"bool": {
              "should": [ {"range": {"alert_time": {"gte": "{{IsoTime.Format(oldest)}}"} } }, {"bool": {"must_not": [ {"exists": {"field": "alert_exception"} } ]} } ],
              "minimum_should_match": 1
            } }
          ],
          "must_not": [ {"exists": {"field": "aggregate_id"} } ]
        } }
        """;

    private static string Term(string field, string value) => $$"""{"term": {"{{field}}": "{{JsonEncodedText.Encode(value)}}"} }""";

    private static DateTimeOffset? LastEnd(JsonElement hit) =>
        hit.GetProperty("_source").TryGetProperty("endtime", out var end)
        && end.ValueKind == JsonValueKind.String
        && IsoTime.TryParse(end.GetString(), out var moment)
            ? moment
            : null;

    private static void Add(List<ReferenceAlert> heads, JsonElement hit, string rule)
    {
        if (ReferenceAlert.Read(hit, rule) is { } head)
            heads.Add(head);
    }

    private static void AddMember(Dictionary<string, ReferenceAlert> heads, JsonElement hit)
    {
        if (hit.GetProperty("_source").TryGetProperty("aggregate_id", out var id) && id.ValueKind == JsonValueKind.String
            && heads.TryGetValue(id.GetString()!, out var head))
        {
            head.AddMember(hit);
        }
    }
}
