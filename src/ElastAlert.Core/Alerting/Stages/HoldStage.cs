using ElastAlert.Values;

namespace ElastAlert.Alerting.Stages;

/// <summary>Puts the matches of a rule that aggregates into aggregates.</summary>
/// <param name="aggregation">How the rule aggregates.</param>
/// <param name="schedule">Returns the first moment of the rule's schedule after another, where it has one.</param>
/// <param name="held">The aggregates so far.</param>
internal sealed class HoldStage(
    RuleAggregation aggregation, Func<DateTimeOffset, DateTimeOffset?>? schedule, HeldAggregates held) : IGateStage
{
    private readonly FieldPath? _key = aggregation.AggregationKey is { Length: > 0 } key ? FieldPath.Parse(key) : null;

    /// <summary>Gets the aggregates with what the stage has added.</summary>
    public HeldAggregates Held { get; private set; } = held;

    /// <inheritdoc/>
    public ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        var matches = batch.Matches.ToArray();
        var joined = new Dictionary<string, List<RuleMatch>>(StringComparer.Ordinal);
        for (var place = 0; place < matches.Length; place++)
        {
            if (matches[place].Decision is null)
                matches[place] = Hold(batch, matches[place], joined);
        }

        // Matches are added at the end, once an aggregate, so that many matches do not copy ever longer lists.
        Held = HeldAggregates.Of([.. Held.Items.Select(item =>
            joined.TryGetValue(item.Id, out var added) ? item with { Matches = [.. item.Matches, .. added] } : item)]);
        return ValueTask.FromResult(batch with { Matches = matches });
    }

    private GatedMatch Hold(MatchBatch batch, GatedMatch match, Dictionary<string, List<RuleMatch>> joined)
    {
        var found = _key?.Find(match.Match.Fields) ?? FieldValue.Missing;
        var key = found.IsMissing ? null : found.ToText();
        var reference = aggregation.AlertTimeComparedWithTimestampField ? match.Match.Timestamp : batch.Now;
        var aggregate = Held.Joinable(key, reference, batch.Now) ?? New(batch, match, key);
        if (Held.Items.Count == 0 || !ReferenceEquals(Held.Items[^1], aggregate))
            Held = Held.With(aggregate);
        if (!joined.TryGetValue(aggregate.Id, out var added))
            joined[aggregate.Id] = added = [];
        added.Add(match.Match);
        return match.Decide(MatchOutcome.Held, batch.Now, key, aggregate.AlertTime, aggregate.Id);
    }

    private HeldAggregate New(MatchBatch batch, GatedMatch match, string? key) =>
        new($"{batch.AlertIdPrefix}h{match.Alert}", key, AggregationPolicy.AlertTime(aggregation, schedule, match.Match.Timestamp, batch.Now))
        {
            Number = Held.NextNumber,
        };
}
