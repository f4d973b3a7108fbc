namespace ElastAlert;

/// <summary>Takes note of what a rule type leaves out: it stands in the report of the run, and is logged once per run and reason.</summary>
/// <remarks>
/// Used by the loop of its rule, so it needs no lock. Names of fields and ids belong here, the content of documents does not: what is noted is
/// logged. Of more than 16 reasons in one run, the others are counted together.
/// </remarks>
public sealed class SkipLog
{
    private const int MostReasons = 16;
    private const string Others = "other reasons";

    private readonly Dictionary<string, SkippedData> _skipped = new(StringComparer.Ordinal);

    /// <summary>Gets what was left out so far in this run, in the order in which it began.</summary>
    public IReadOnlyList<SkippedData> Items => [.. _skipped.Values];

    /// <summary>Notes that a document or a value was left out.</summary>
    /// <param name="reason">Why, such as <c>latency is not a whole number</c>; the same text each time, since it is what is counted.</param>
    /// <param name="example">The id of the document, or what else names the value without showing it.</param>
    public void Add(string reason, string example)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(example);
        if (_skipped.Count >= MostReasons && !_skipped.ContainsKey(reason))
            reason = Others;
        _skipped[reason] = _skipped.TryGetValue(reason, out var before) ? before with { Count = before.Count + 1 } : new SkippedData(reason, 1, example);
    }

    internal void Clear() => _skipped.Clear();
}
