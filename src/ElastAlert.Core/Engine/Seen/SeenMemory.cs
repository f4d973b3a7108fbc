namespace ElastAlert.Engine.Seen;

/// <summary>Is the memory of one <see cref="SeenChunk"/>, and after it perhaps of another.</summary>
/// <param name="Entries">The documents.</param>
/// <param name="Links">For each document where the table keeps the one that it looks at next.</param>
internal readonly record struct SeenMemory(SeenEntry[] Entries, uint[] Links)
{
    /// <summary>Gets memory for some documents.</summary>
    /// <param name="capacity">Their number.</param>
    public static SeenMemory For(int capacity) => new(new SeenEntry[capacity], new uint[capacity]);

    /// <summary>Gets the number of documents that fit in.</summary>
    public int Capacity => Entries.Length;
}
