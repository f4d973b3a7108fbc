namespace ElastAlert.State.Writeback;

/// <summary>Is what is to be recorded of one alert.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="Place">Where the alert stands.</param>
/// <param name="Changes">The changes in order.</param>
internal sealed record AlertChanges(string Rule, string AlertId, AlertPlace Place, IReadOnlyList<OutboxChange> Changes)
{
    /// <summary>Gets whether the alert is gone afterwards; there is nothing that would bring it back.</summary>
    public bool IsRemoval => Changes.Any(change => change is OutboxChange.Removed);

    public IReadOnlyList<OutboxEntry> ApplyTo(IReadOnlyList<OutboxEntry> entries)
    {
        var result = entries.ToList();
        foreach (var updated in Changes.OfType<OutboxChange.Updated>())
        {
            var index = result.FindIndex(entry => entry.Channel == updated.Entry.Channel);
            if (index >= 0)
                result[index] = updated.Entry;
        }

        return result;
    }
}
