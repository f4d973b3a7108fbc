namespace ElastAlert;

/// <summary>Is an alert that could not be delivered through one of its channels.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Entry">The entry of the channel, with the reason.</param>
public sealed record DeadLetter(OutboxAlert Alert, OutboxEntry Entry);
