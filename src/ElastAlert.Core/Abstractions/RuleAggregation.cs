namespace ElastAlert;

/// <summary>Says how long matches are held to be sent as one alert: for a time, or until a moment of a schedule.</summary>
public sealed record RuleAggregation
{
    /// <summary>Gets how long matches are held; zero when <see cref="Schedule"/> says it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the cron expression (UTC) of the moments at which held matches are sent, or <see langword="null"/>.</summary>
    public string? Schedule { get; init; }

    /// <summary>Gets the field by which matches are held apart; joined with <c>,</c> when it is a list; or <see langword="null"/>.</summary>
    public string? AggregationKey { get; init; }

    /// <summary>Gets whether the time of the match begins the holding, not the time of the run.</summary>
    public bool AggregateByMatchTime { get; init; }

    /// <summary>Gets whether a match is compared by its own time with the moment at which the held ones are due.</summary>
    public bool AlertTimeComparedWithTimestampField { get; init; }
}
