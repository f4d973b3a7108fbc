namespace ElastAlert;

/// <summary>Is an alert that a replay would have sent, or has sent, through one channel.</summary>
/// <param name="Time">When it would have been sent.</param>
/// <param name="Channel">The place in the rule's <c>alert</c> list and the alerter, <c>0:command</c>.</param>
/// <param name="Alert">The alert with its texts.</param>
public sealed record ReplayedDelivery(DateTimeOffset Time, string Channel, Alert Alert);
