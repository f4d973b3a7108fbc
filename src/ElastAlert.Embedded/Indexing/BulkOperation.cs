namespace ElastAlert.Embedded.Indexing;

/// <summary>Is one operation of a bulk request.</summary>
internal sealed record BulkOperation(string Action, string Index, string? Id, WriteOptions Options)
{
    /// <summary>Gets the document, or the body of an update.</summary>
    public ReadOnlyMemory<byte> Source { get; init; }
}
