namespace ElastAlert.State.Writeback;

/// <summary>Knows of each batch of a rule's alerts which of its documents do not say by themselves that they are committed.</summary>
internal sealed class RuleBatches
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _open = new(StringComparer.Ordinal);

    public void Add(string batch, IEnumerable<string> documentIds)
    {
        lock (_lock)
            _open[batch] = documentIds.ToHashSet(StringComparer.Ordinal);
    }

    public void AddIfUnknown(string batch, IEnumerable<string> documentIds)
    {
        lock (_lock)
            _open.TryAdd(batch, documentIds.ToHashSet(StringComparer.Ordinal));
    }

    public void Finish(AlertPlace place)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(place.CommitKey, out var documents))
                documents.Remove(place.DocumentId);
        }
    }

    /// <summary>Returns the batches that must be named on, and forgets the others. A batch that is not known must be named.</summary>
    public IReadOnlyList<string> Unfinished(IReadOnlyList<string> named)
    {
        lock (_lock)
        {
            foreach (var batch in _open.Keys.Except(named, StringComparer.Ordinal).Where(batch => _open[batch].Count == 0).ToList())
                _open.Remove(batch);
            return [.. named.Where(batch => !_open.TryGetValue(batch, out var documents) || documents.Count > 0)];
        }
    }
}
