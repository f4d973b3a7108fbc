using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Says which documents are wanted.</summary>
internal abstract class Query
{
    /// <summary>Gets the entries of an index that match; whether they are still live is for the caller to see.</summary>
    /// <returns>A set that belongs to the caller.</returns>
    public abstract DocumentSet Evaluate(IndexView view);
}
