namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gets the keys of the documents of one index.</summary>
internal abstract class KeyColumn
{
    /// <summary>Gets the keys of a document; the span is valid until the next call.</summary>
    public abstract ReadOnlySpan<BucketKey> Read(int document);
}
