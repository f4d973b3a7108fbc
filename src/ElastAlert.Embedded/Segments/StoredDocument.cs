namespace ElastAlert.Embedded.Segments;

/// <summary>Is one version of a document as it was indexed.</summary>
internal readonly record struct StoredDocument(string Id, ReadOnlyMemory<byte> Source, long SequenceNumber, long Version)
{
    /// <summary>Gets the sequence number of the operation that deleted or replaced it.</summary>
    public long DeletedAt { get; init; } = long.MaxValue;

    /// <summary>Gets the fields that have a value which cannot be searched.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
