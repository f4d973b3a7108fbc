namespace ElastAlert.Alerting;

/// <summary>Is a match on its way through the gate: with what was decided about it so far.</summary>
/// <param name="Match">The match, as the stages so far have left it.</param>
/// <param name="SilenceKey">Its silence key.</param>
internal sealed record GatedMatch(RuleMatch Match, string SilenceKey)
{
    /// <summary>Gets what was decided, without the document, or <see langword="null"/> while it goes on.</summary>
    public MatchDecision? Decision { get; init; }

    /// <summary>Gets the alert that the match is to be part of: matches with the same number share one.</summary>
    public required int Alert { get; init; }

    /// <summary>Returns the match with a decision.</summary>
    /// <param name="outcome">What was decided.</param>
    /// <param name="now">When.</param>
    /// <param name="by">What decided.</param>
    /// <param name="until">Until when it holds.</param>
    /// <param name="alertId">The alert.</param>
    public GatedMatch Decide(
        MatchOutcome outcome, DateTimeOffset now, string? by = null, DateTimeOffset? until = null, string? alertId = null) =>
        this with
        {
            Decision = new MatchDecision
            {
                MatchTime = Match.Timestamp,
                DecidedAt = now,
                Outcome = outcome,
                SilenceKey = SilenceKey,
                AlertId = alertId,
                Until = until,
                By = by,
            },
        };

    /// <summary>Returns what was decided, with the document. Very many decisions are never told, so it is looked up here only.</summary>
    public MatchDecision Tell() => Decision! with { DocumentId = DocumentId() };

    private string? DocumentId()
    {
        if (!Match.Fields.TryGetMember("_id", out var id))
            return null;
        return Match.Fields.TryGetMember("_index", out var index) ? $"{index}/{id}" : id.ToString();
    }
}
