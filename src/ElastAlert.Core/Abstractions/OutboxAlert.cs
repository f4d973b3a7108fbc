namespace ElastAlert;

/// <summary>Is an alert that waits to be delivered: prepared once and committed, with an entry for each of its channels.</summary>
public sealed record OutboxAlert
{
    /// <summary>Gets the id, the same in every retry.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets what joins the alerts about one thing.</summary>
    public required string DedupKey { get; init; }

    /// <summary>Gets the moment that the alert stands for.</summary>
    public required DateTimeOffset AlertTime { get; init; }

    /// <summary>Gets the moment at which it was committed; alerts of a rule are delivered in this order, then by <see cref="Ordinal"/>.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the place among the alerts of its commit.</summary>
    public int Ordinal { get; init; }

    /// <summary>Gets the matches, in the engine's notation (a JSON array in UTF-8).</summary>
    public required ReadOnlyMemory<byte> Matches { get; init; }

    /// <summary>Gets the entries, one a channel, in the order of the rule's <c>alert</c> list.</summary>
    public required IReadOnlyList<OutboxEntry> Entries { get; init; }
}
