namespace ElastAlert.Alerting;

/// <summary>Is an aggregate: matches that are held to be sent as one alert.</summary>
/// <param name="Id">The id, which becomes that of the alert.</param>
/// <param name="Key">The value of the aggregation key, or <see langword="null"/>.</param>
/// <param name="AlertTime">When it is due: as soon as the clock is later.</param>
internal sealed record HeldAggregate(string Id, string? Key, DateTimeOffset AlertTime)
{
    /// <summary>Gets the place among all aggregates of the rule in the order in which they began.</summary>
    public long Number { get; init; }

    /// <summary>Gets the matches so far.</summary>
    public IReadOnlyList<RuleMatch> Matches { get; init; } = [];

    /// <summary>Gets whether the matches were enhanced already, as those of an alert are that is tried again (Q60).</summary>
    public bool IsEnhanced { get; init; }
}
