namespace ElastAlert.State.Writeback;

/// <summary>Says where an alert stands in the outbox, without what it says.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsConfirmed">Whether it was recorded since its commit, and so is known to be committed.</param>
internal sealed record StandingAlert(string AlertId, AlertPlace Place, bool IsConfirmed);
