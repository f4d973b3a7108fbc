using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Holds the documents that an aggregation looks at, index by index.</summary>
internal sealed class Selection
{
    private readonly Func<Selection> _everything;

    /// <summary>Creates a selection.</summary>
    /// <param name="parts">The documents.</param>
    /// <param name="everything">Gets all documents of the searched indices, whatever the query.</param>
    public Selection(IReadOnlyList<SelectedDocuments> parts, Func<Selection> everything)
    {
        Parts = parts;
        Count = parts.Sum(static part => part.Documents.Length);
        _everything = everything;
    }

    public IReadOnlyList<SelectedDocuments> Parts { get; }

    public int Count { get; }

    /// <summary>Gets all documents of the searched indices, whatever the query.</summary>
    public Selection Everything => _everything();

    /// <summary>Gets the same indices with other documents.</summary>
    public Selection With(IEnumerable<int[]> documents) =>
        new([.. Parts.Zip(documents, static (part, chosen) => new SelectedDocuments(part.View, chosen))], _everything);

    /// <summary>Gets the documents that are also in a set.</summary>
    public Selection Within(Func<IndexView, DocumentSet> choose) => With(Parts.Select(part =>
    {
        var set = choose(part.View);
        return Array.FindAll(part.Documents, set.Contains);
    }));
}
