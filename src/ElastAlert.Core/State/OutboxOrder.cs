namespace ElastAlert.State;

/// <summary>Decides which alerts of an outbox are open, and in which order they are delivered.</summary>
internal static class OutboxOrder
{
    /// <summary>Says whether something is to be done for an alert: not if nothing but dead letters and delivered entries is left.</summary>
    /// <remarks>An alert that is delivered on every channel is open: it has still to be recorded and removed.</remarks>
    public static bool IsOpen(IReadOnlyList<OutboxEntry> entries) =>
        entries.Any(entry => entry.State == OutboxEntryState.Pending) || entries.All(entry => entry.State == OutboxEntryState.Delivered);

    /// <summary>Orders alerts by commit and place in it; alerts of one moment and place by their rule and id, so that the order is total.</summary>
    public static IOrderedEnumerable<OutboxAlert> Sort(IEnumerable<OutboxAlert> alerts) => alerts
        .OrderBy(alert => alert.CreatedAt)
        .ThenBy(alert => alert.Rule, StringComparer.Ordinal)
        .ThenBy(alert => alert.Ordinal)
        .ThenBy(alert => alert.Id, StringComparer.Ordinal);
}
