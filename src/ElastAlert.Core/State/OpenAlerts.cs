namespace ElastAlert.State;

/// <summary>Decides which alerts of an outbox are open.</summary>
internal static class OpenAlerts
{
    /// <summary>Says whether something is to be done for an alert: not if nothing but dead letters and delivered entries is left.</summary>
    /// <remarks>An alert that is delivered on every channel is open: it has still to be recorded and removed.</remarks>
    public static bool IsOpen(IReadOnlyList<OutboxEntry> entries) =>
        entries.Any(entry => entry.State == OutboxEntryState.Pending) || entries.All(entry => entry.State == OutboxEntryState.Delivered);
}
