using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.State.Writeback;

/// <summary>Finds runs in <c>W_status</c>. The ids of this engine's documents are those of its commits; other documents got theirs from the server.</summary>
/// <param name="transport">The cluster of the writeback index.</param>
/// <param name="writebackIndex">The name of the writeback index.</param>
/// <param name="time">The clock.</param>
internal sealed class WritebackRuns(ISearchTransport transport, string writebackIndex, TimeProvider time) : IRecordedRuns
{
    private const int MostLookedAt = 100;

    private readonly ReferenceDocuments _status = new(transport, new WritebackNames(writebackIndex).Status, time);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedRun>> ByOthersAsync(string rule, CancellationToken cancellationToken)
    {
        if (await _status.FieldAsync("rule_name", cancellationToken).ConfigureAwait(false) is not { } field)
            return [];
        var query = $$"""{"bool": {"filter": [ {"term": {"{{field}}": "{{JsonEncodedText.Encode(rule)}}"} } ]} }""";
        var runs = await _status.NewestAsync(query, "@timestamp", MostLookedAt, ByOther, cancellationToken).ConfigureAwait(false);
        return [.. runs.OfType<RecordedRun>()];
    }

    private static RecordedRun? ByOther(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        return !Guid.TryParseExact(hit.GetProperty("_id").GetString(), "N", out _)
            && Moment(source, "endtime") is { } end && Moment(source, "@timestamp") is { } recordedAt
                ? new RecordedRun(end, recordedAt)
                : null;
    }

    private static DateTimeOffset? Moment(JsonElement source, string name) =>
        source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && IsoTime.TryParse(value.GetString(), out var moment) ? moment : null;
}
