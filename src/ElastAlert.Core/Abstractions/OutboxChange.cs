namespace ElastAlert;

/// <summary>Is a change to an alert in the outbox.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AlertId">The alert.</param>
public abstract record OutboxChange(string Rule, string AlertId)
{
    /// <summary>Replaces the entry of one channel.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="AlertId">The alert.</param>
    /// <param name="Entry">The entry as it is now.</param>
    public sealed record Updated(string Rule, string AlertId, OutboxEntry Entry) : OutboxChange(Rule, AlertId);

    /// <summary>Removes a settled or dropped alert.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="AlertId">The alert.</param>
    public sealed record Removed(string Rule, string AlertId) : OutboxChange(Rule, AlertId);
}
