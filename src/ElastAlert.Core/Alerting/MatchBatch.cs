namespace ElastAlert.Alerting;

/// <summary>Is what the stages of the gate hand on: the matches of a run, or of one alert that is due.</summary>
internal sealed record MatchBatch
{
    /// <summary>Gets the rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Gets the moment of the run.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the matches in order; those that are decided stay, with their decision.</summary>
    public required IReadOnlyList<GatedMatch> Matches { get; init; }

    /// <summary>Gets the alerts that came out, prepared.</summary>
    public IReadOnlyList<OutboxAlert> Alerts { get; init; } = [];

    /// <summary>Gets what went wrong and was coped with.</summary>
    public IReadOnlyList<HandledError> Errors { get; init; } = [];

    /// <summary>Gets the moment that the alerts stand for.</summary>
    public required DateTimeOffset AlertTime { get; init; }

    /// <summary>Gets what the ids of the alerts begin with: the rule and the commit.</summary>
    public required string AlertIdPrefix { get; init; }

    /// <summary>Gets the id of the only alert of the batch where it was given earlier, or <see langword="null"/>.</summary>
    public string? AlertId { get; init; }

    /// <summary>Gets the place of the first alert among those of the commit.</summary>
    public int FirstOrdinal { get; init; }

    /// <summary>Gets whether anything is left to be decided.</summary>
    public bool IsOpen => Matches.Any(static match => match.Decision is null);

    /// <summary>Gets the undecided matches by the alert they are to be part of.</summary>
    public IEnumerable<IGrouping<int, GatedMatch>> OpenAlerts =>
        Matches.Where(static match => match.Decision is null).GroupBy(static match => match.Alert);
}
