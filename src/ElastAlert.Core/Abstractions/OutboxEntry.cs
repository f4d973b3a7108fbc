namespace ElastAlert;

/// <summary>Is the delivery of one alert through one channel.</summary>
public sealed record OutboxEntry
{
    /// <summary>Gets the channel: the place in the rule's <c>alert</c> list and the alerter, <c>0:command</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the rendered subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the rendered body.</summary>
    public required string Body { get; init; }

    /// <summary>Gets how far the delivery is.</summary>
    public OutboxEntryState State { get; init; }

    /// <summary>Gets how often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it is to be tried next.</summary>
    public required DateTimeOffset NextAttempt { get; init; }

    /// <summary>Gets when it becomes a dead letter if it has not been delivered.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Gets why the last attempt failed, or <see langword="null"/>. No secrets.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets what the alerter told about the delivery, or <see langword="null"/> before it.</summary>
    public AlertReceipt? Receipt { get; init; }
}
