namespace ElastAlert.Engine;

/// <summary>Is a document that was seen.</summary>
/// <param name="Hash">The hash of index and id.</param>
/// <param name="Ticks">The moment of the document.</param>
/// <param name="SequenceNumber">The sequence number of the version that was seen, or -1.</param>
internal readonly record struct SeenEntry(UInt128 Hash, long Ticks, long SequenceNumber);
