namespace ElastAlert.Engine;

/// <summary>Is one bucket of time of a <see cref="SeenLedger"/>.</summary>
internal sealed class SeenBucket
{
    private const int MostParts = 8;

    private readonly Dictionary<UInt128, (long Ticks, long SequenceNumber)> _seen = [];
    private readonly List<UInt128> _unsaved = [];

    /// <summary>Gets the number of documents.</summary>
    public int Count => _seen.Count;

    /// <summary>Gets the number of documents that the next save writes.</summary>
    public int Unsaved => _unsaved.Count;

    /// <summary>Gets the parts that hold the bucket.</summary>
    public List<SeenPart> Parts { get; } = [];

    /// <summary>Gets the documents.</summary>
    public IEnumerable<SeenEntry> Entries => _seen.Select(static item => new SeenEntry(item.Key, item.Value.Ticks, item.Value.SequenceNumber));

    /// <summary>Finds a document.</summary>
    /// <param name="hash">Its hash.</param>
    public SeenEntry? Find(UInt128 hash) => _seen.TryGetValue(hash, out var found) ? new SeenEntry(hash, found.Ticks, found.SequenceNumber) : null;

    /// <summary>Adds or changes a document.</summary>
    /// <param name="entry">The document.</param>
    public void Set(SeenEntry entry)
    {
        Restore(entry);
        _unsaved.Add(entry.Hash);
    }

    /// <summary>Adds or changes a document that is saved.</summary>
    /// <param name="entry">The document.</param>
    public void Restore(SeenEntry entry) => _seen[entry.Hash] = (entry.Ticks, entry.SequenceNumber);

    /// <summary>Removes a document.</summary>
    /// <param name="hash">Its hash.</param>
    public void Remove(UInt128 hash) => _seen.Remove(hash);

    /// <summary>Returns what a new part holds: what is new, or now and then all, which takes the place of the parts so far.</summary>
    /// <param name="removed">Gets the names of the parts that are replaced.</param>
    public IReadOnlyList<SeenEntry> TakeUnsaved(List<string> removed)
    {
        List<SeenEntry> taken = [];
        if (Parts.Count >= MostParts)
        {
            removed.AddRange(Parts.Select(static part => part.Name));
            Parts.Clear();
            taken.AddRange(Entries);
        }
        else
        {
            taken.AddRange(_unsaved.Distinct().Where(_seen.ContainsKey).Select(hash => new SeenEntry(hash, _seen[hash].Ticks, _seen[hash].SequenceNumber)));
        }

        _unsaved.Clear();
        _unsaved.TrimExcess();
        return taken;
    }
}
