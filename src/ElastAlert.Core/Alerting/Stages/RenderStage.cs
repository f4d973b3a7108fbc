namespace ElastAlert.Alerting.Stages;

/// <summary>Makes the alerts: one for the matches that share a number, with the texts of every entry, so that retries need no one else.</summary>
/// <param name="entries">The entries of the rule, and what renders the texts of each.</param>
/// <param name="silenceKey">The silence keys of the rule.</param>
internal sealed class RenderStage(IReadOnlyList<KeyValuePair<AlerterEntry, IAlertTexts>> entries, SilenceKey silenceKey) : IGateStage
{
    /// <inheritdoc/>
    public ValueTask<MatchBatch> ProcessAsync(MatchBatch batch, CancellationToken cancellationToken)
    {
        var alerts = new List<OutboxAlert>(batch.Alerts);
        var ids = new Dictionary<int, string>();
        foreach (var group in batch.OpenAlerts)
        {
            var alert = Render(batch, [.. group.Select(static match => match.Match)], batch.FirstOrdinal + ids.Count);
            ids.Add(group.Key, alert.Id);
            alerts.Add(alert);
        }

        return ValueTask.FromResult(batch with
        {
            Alerts = alerts,
            Matches = [.. batch.Matches.Select(match => match.Decision is null
                ? match.Decide(MatchOutcome.Delivered, batch.Now, alertId: ids[match.Alert])
                : match)],
        });
    }

    private OutboxAlert Render(MatchBatch batch, IReadOnlyList<RuleMatch> matches, int ordinal)
    {
        var rule = batch.Rule;
        var key = silenceKey.Text(matches[0]);
        return new OutboxAlert
        {
            Id = batch.AlertId ?? $"{batch.AlertIdPrefix}{ordinal}",
            Rule = rule.Name,
            DedupKey = key is null ? rule.Name : $"{rule.Name}.{key}",
            AlertTime = batch.AlertTime,
            CreatedAt = batch.Now,
            Ordinal = ordinal,
            Matches = MatchCodec.Write(matches),
            Entries = [.. entries.Select(entry => Entry(batch, entry.Key, entry.Value, matches))],
        };
    }

    // Q64: the limit is one of retries, so it counts from the moment at which the alert could be sent first.
    private static OutboxEntry Entry(MatchBatch batch, AlerterEntry entry, IAlertTexts texts, IReadOnlyList<RuleMatch> matches)
    {
        var since = batch.AlertTime > batch.Now ? batch.AlertTime : batch.Now;
        return new OutboxEntry
        {
            Channel = entry.Channel,
            Subject = texts.Subject(matches),
            Body = texts.Body(matches),
            NextAttempt = batch.Now,
            Deadline = since + batch.Rule.Alerting.AlertTimeLimit,
        };
    }
}
