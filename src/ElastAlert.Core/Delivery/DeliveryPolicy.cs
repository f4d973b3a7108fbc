namespace ElastAlert.Delivery;

/// <summary>Decides what becomes of a delivery that failed: back-off with jitter, <c>Retry-After</c>, a deadline.</summary>
internal static class DeliveryPolicy
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Returns the entry after a success.</summary>
    /// <param name="entry">The entry before.</param>
    /// <param name="receipt">What the alerter told.</param>
    public static OutboxEntry Delivered(OutboxEntry entry, AlertReceipt receipt) => entry with
    {
        State = OutboxEntryState.Delivered,
        Attempts = entry.Attempts + 1,
        Receipt = receipt,
        LastError = null,
    };

    /// <summary>Returns the entry after a failure: to be tried again, at the deadline at the latest, or dead.</summary>
    /// <param name="entry">The entry before.</param>
    /// <param name="failure">What the alerter said.</param>
    /// <param name="now">The moment of the failure.</param>
    /// <param name="chance">A number between 0 and 1, so that failures of one service do not come back all at once.</param>
    public static OutboxEntry Failed(OutboxEntry entry, AlertDeliveryException failure, DateTimeOffset now, double chance)
    {
        var failed = entry with { Attempts = entry.Attempts + 1, LastError = failure.Message };
        if (!failure.IsTransient || now >= entry.Deadline)
            return failed with { State = OutboxEntryState.Dead };
        var next = now + (failure.RetryAfter ?? Backoff(failed.Attempts, chance));
        return failed with { NextAttempt = next > entry.Deadline ? entry.Deadline : next };
    }

    /// <summary>Returns whether the time for retries is over; a first attempt is always made (Q64).</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="now">The moment.</param>
    public static bool IsExpired(OutboxEntry entry, DateTimeOffset now) => entry.Attempts > 0 && now > entry.Deadline;

    private static TimeSpan Backoff(int attempts, double chance)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempts - 1, 16));
        return (wait < LongestWait ? wait : LongestWait) * (0.8 + (0.4 * chance));
    }
}
