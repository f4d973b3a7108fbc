namespace ElastAlert.Alerting;

/// <summary>Is the set of aggregates of one rule. It never changes; joining gives a new one.</summary>
internal sealed class HeldAggregates
{
    private readonly IReadOnlyList<HeldAggregate> _items;

    private HeldAggregates(IReadOnlyList<HeldAggregate> items) => _items = items;

    /// <summary>Gets the empty set.</summary>
    public static HeldAggregates Empty { get; } = new([]);

    /// <summary>Gets the aggregates; of those with one key, the last is the one that was joined last.</summary>
    public IReadOnlyList<HeldAggregate> Items => _items;

    /// <summary>Gets the moment after which the next aggregate is due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextDue => _items.Count == 0 ? null : _items.Min(static item => item.AlertTime);

    /// <summary>Makes a set.</summary>
    /// <param name="items">The aggregates.</param>
    public static HeldAggregates Of(IReadOnlyList<HeldAggregate> items) => items.Count == 0 ? Empty : new HeldAggregates(items);

    /// <summary>Returns the aggregate that a match joins, or <see langword="null"/> (engine.md 5.7; Q61: one without a key joins only such).</summary>
    /// <param name="key">The value of the aggregation key of the match.</param>
    /// <param name="reference">The moment that the aggregate joined last must not be due before.</param>
    /// <param name="now">The moment that any other must be due after.</param>
    public HeldAggregate? Joinable(string? key, DateTimeOffset reference, DateTimeOffset now)
    {
        var ofKey = _items.Where(item => item.Key == key).ToList();
        if (ofKey.Count > 0 && ofKey[^1].AlertTime >= reference)
            return ofKey[^1];
        return ofKey.Where(item => item.AlertTime > now).MaxBy(static item => item.AlertTime);
    }

    /// <summary>Returns the set with an aggregate added or replaced; it becomes the one that was joined last.</summary>
    /// <param name="aggregate">The aggregate.</param>
    public HeldAggregates With(HeldAggregate aggregate) => new([.. _items.Where(item => item.Id != aggregate.Id), aggregate]);

    /// <summary>Returns the set without an aggregate.</summary>
    /// <param name="id">The id of the aggregate.</param>
    public HeldAggregates Without(string id) => Of([.. _items.Where(item => item.Id != id)]);

    /// <summary>Gets the number of the next aggregate.</summary>
    public long NextNumber => _items.Count == 0 ? 0 : _items.Max(static item => item.Number) + 1;

    /// <summary>Returns the aggregates that are due, the earliest first; of those due at one moment, the one that began first.</summary>
    /// <param name="now">The moment.</param>
    public IEnumerable<HeldAggregate> Due(DateTimeOffset now) =>
        _items.Where(item => now > item.AlertTime).OrderBy(static item => item.AlertTime).ThenBy(static item => item.Number);
}
