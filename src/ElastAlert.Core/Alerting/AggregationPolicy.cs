namespace ElastAlert.Alerting;

/// <summary>Decides when a new aggregate is due (engine.md 5.7).</summary>
internal static class AggregationPolicy
{
    /// <summary>Returns the moment after which a new aggregate is sent.</summary>
    /// <param name="aggregation">How the rule aggregates.</param>
    /// <param name="schedule">Returns the first moment of the rule's schedule after another; used where the rule has one.</param>
    /// <param name="matchTime">The time of the first match.</param>
    /// <param name="now">The moment of the run.</param>
    public static DateTimeOffset AlertTime(
        RuleAggregation aggregation, Func<DateTimeOffset, DateTimeOffset?>? schedule, DateTimeOffset matchTime, DateTimeOffset now)
    {
        if (aggregation.Schedule is not null)
            return schedule?.Invoke(now) ?? now;
        return (aggregation.AggregateByMatchTime ? matchTime : now) + aggregation.Duration;
    }
}
