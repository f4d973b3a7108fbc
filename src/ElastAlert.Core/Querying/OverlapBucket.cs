namespace ElastAlert.Querying;

/// <summary>Says what the server has in one bucket of time.</summary>
/// <param name="Start">The start of the bucket in milliseconds since 1970.</param>
/// <param name="Count">The number of documents.</param>
/// <param name="SequenceSum">The sum of their sequence numbers.</param>
internal readonly record struct OverlapBucket(long Start, long Count, double SequenceSum);
