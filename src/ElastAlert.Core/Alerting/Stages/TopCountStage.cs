using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Stages;

/// <summary>Adds the most frequent values of the fields of <c>top_count_keys</c> to matches (engine.md 5.5; Q52 to Q55 are mended).</summary>
/// <param name="counts">What counts.</param>
internal sealed class TopCountStage(ITopCounts counts) : IGateStage
{
    /// <inheritdoc/>
    public async ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        if (counts.TopCountFields.Count == 0)
            return batch;
        var matches = batch.Matches.ToArray();
        var errors = new List<HandledError>(batch.Errors);
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null)
                matches[place] = await AddAsync(matches[place], errors, cancellationToken).ConfigureAwait(false);
        }

        return batch with { Matches = matches, Errors = errors };
    }

    private async ValueTask<GatedMatch> AddAsync(GatedMatch match, List<HandledError> errors, CancellationToken cancellationToken)
    {
        var fields = match.Match.Fields;
        foreach (var field in counts.TopCountFields)
        {
            var found = await CountAsync(match.Match, field, errors, cancellationToken).ConfigureAwait(false);
            fields = fields.With("top_events_" + field, JsonValue.Write(found, WriteCounts));
        }

        return match with { Match = match.Match with { Fields = fields } };
    }

    // A count is never worth an alert: one that fails is empty.
    private async ValueTask<IReadOnlyList<KeyValuePair<string, long>>> CountAsync(
        RuleMatch match, string field, List<HandledError> errors, CancellationToken cancellationToken)
    {
        try
        {
            return await counts.CountAsync(match, field, cancellationToken).ConfigureAwait(false);
        }
        catch (SearchException exception)
        {
            errors.Add(new HandledError($"Error running terms query: {exception.Message}", exception));
            return [];
        }
    }

    private static void WriteCounts(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, long>> counts)
    {
        writer.WriteStartObject();
        foreach (var (value, count) in counts)
            writer.WriteNumber(value, count);
        writer.WriteEndObject();
    }
}
