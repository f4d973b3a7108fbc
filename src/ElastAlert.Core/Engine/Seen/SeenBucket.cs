namespace ElastAlert.Engine.Seen;

/// <summary>Is one bucket of time of a <see cref="SeenLedger"/>. Its chunks are small at first; none is ever moved to a larger one.</summary>
/// <param name="table">Where its documents are found.</param>
/// <param name="width">The width of the bucket in milliseconds.</param>
/// <param name="number">The number of the bucket.</param>
internal sealed class SeenBucket(SeenTable table, long width, long number)
{
    private const int FewestEntries = 16;

    private readonly List<SeenChunk> _chunks = [];

    /// <summary>Gets the chunks.</summary>
    public IReadOnlyList<SeenChunk> Chunks => _chunks;

    /// <summary>Gets the documents.</summary>
    public IEnumerable<SeenEntry> Entries => _chunks.SelectMany(static chunk => chunk.Entries);

    private int NextNumber => _chunks.Count == 0 ? 0 : _chunks[^1].Part.Number + 1;

    /// <summary>Adds a document that no bucket has.</summary>
    /// <param name="entry">The document.</param>
    public void Add(SeenEntry entry)
    {
        if (_chunks.Count == 0 || _chunks[^1].IsFull)
            AddChunk(NextNumber, 0);
        table.Add(_chunks[^1], _chunks[^1].Add(entry));
    }

    /// <summary>Adds the documents of a saved part; parts come in the order of their numbers.</summary>
    /// <param name="part">The part.</param>
    /// <param name="entries">Its documents.</param>
    public void Restore(SeenPart part, IReadOnlyList<SeenEntry> entries)
    {
        var chunk = AddChunk(part.Number, entries.Count);
        foreach (var entry in entries)
            table.Add(chunk, chunk.Add(entry));
        chunk.IsChanged = false;
    }

    private SeenChunk AddChunk(int place, int needed)
    {
        var capacity = FewestEntries << Math.Min(place, 16);
        _chunks.Add(table.AddChunk(new SeenPart(width, number, place), Math.Max(Math.Min(capacity, SeenChunk.MostEntries), needed)));
        return _chunks[^1];
    }
}
