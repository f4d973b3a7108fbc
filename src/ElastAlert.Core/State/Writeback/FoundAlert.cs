namespace ElastAlert.State.Writeback;

/// <summary>Is an alert as it stands in the outbox.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsConfirmed">Whether it was recorded since its commit, and so is known to be committed.</param>
internal sealed record FoundAlert(OutboxAlert Alert, AlertPlace Place, bool IsConfirmed);
