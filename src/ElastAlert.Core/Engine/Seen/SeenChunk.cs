namespace ElastAlert.Engine.Seen;

/// <summary>Is a piece of memory for some documents of a <see cref="SeenBucket"/>, and the part of the state that holds them.</summary>
/// <param name="part">The part.</param>
/// <param name="number">The number of the chunk within its ledger.</param>
/// <param name="memory">Where they lie.</param>
internal sealed class SeenChunk(SeenPart part, int number, SeenMemory memory)
{
    /// <summary>The largest number of documents of a chunk.</summary>
    public const int MostEntries = 1024;

    /// <summary>Gets the part that holds the documents.</summary>
    public SeenPart Part => part;

    /// <summary>Gets the number of the chunk within its ledger.</summary>
    public int Number => number;

    /// <summary>Gets where the documents lie.</summary>
    public SeenMemory Memory => memory;

    /// <summary>Gets the number of documents that were added.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether no other document fits in.</summary>
    public bool IsFull => Count == memory.Capacity;

    /// <summary>Gets or sets whether the part does not hold what the chunk does.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Gets the documents in the order in which they were added.</summary>
    public IEnumerable<SeenEntry> Entries => memory.Entries.Take(Count).Where(static entry => entry != default);

    /// <summary>Gets or sets a document.</summary>
    /// <param name="place">Its place.</param>
    public SeenEntry this[int place]
    {
        get => memory.Entries[place];
        set => (memory.Entries[place], IsChanged) = (value, true);
    }

    /// <summary>Returns where the table keeps the document that it looks at after one.</summary>
    /// <param name="place">The place of that one.</param>
    public ref uint Next(int place) => ref memory.Links[place];

    /// <summary>Adds a document.</summary>
    /// <param name="entry">The document.</param>
    /// <returns>Its place.</returns>
    public int Add(SeenEntry entry)
    {
        this[Count] = entry;
        return Count++;
    }

    /// <summary>Takes a document out, because it lies elsewhere now.</summary>
    /// <param name="place">Its place, which stays empty.</param>
    public void Forget(int place) => this[place] = default;
}
