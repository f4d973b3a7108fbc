using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Is one document that a query found.</summary>
/// <param name="Id">The id of the document within its index.</param>
/// <param name="Index">The index.</param>
/// <param name="Timestamp">The moment of the document, cut to microseconds, with the offset as written.</param>
/// <param name="Fields">
/// The source, with <c>_id</c>, <c>_index</c>, requested fields and compound keys as members. Valid while its page is evaluated.
/// </param>
public readonly record struct Hit(string Id, string Index, DateTimeOffset Timestamp, Document Fields)
{
    /// <summary>Gets the sequence number of the last write to the document, or -1 when it was not asked for.</summary>
    public long SequenceNumber { get; init; } = -1;
}
