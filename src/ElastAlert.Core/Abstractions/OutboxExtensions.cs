namespace ElastAlert;

/// <summary>Reads an outbox as a whole.</summary>
public static class OutboxExtensions
{
    /// <summary>Reads alerts in the order of their delivery, all of them into memory.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="rule">The rule, or <see langword="null"/> for all.</param>
    /// <param name="includeDead">Whether alerts of which only dead letters are left are read too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<OutboxAlert>> LoadAsync(
        this IOutbox outbox, string? rule, bool includeDead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        var alerts = new List<OutboxAlert>();
        await foreach (var alert in outbox.ReadAsync(rule, includeDead, cancellationToken).ConfigureAwait(false))
            alerts.Add(alert);
        return [.. InOrder(alerts, static alert => alert)];
    }

    /// <summary>Puts what stands for alerts in the order of delivery: by commit and place in it; those of one moment and place by their rule and id.</summary>
    /// <param name="items">The items.</param>
    /// <param name="alertOf">Returns the alert of an item.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    internal static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, OutboxAlert> alertOf) => items
        .OrderBy(item => alertOf(item).CreatedAt)
        .ThenBy(item => alertOf(item).Rule, StringComparer.Ordinal)
        .ThenBy(item => alertOf(item).Ordinal)
        .ThenBy(item => alertOf(item).Id, StringComparer.Ordinal);
}
