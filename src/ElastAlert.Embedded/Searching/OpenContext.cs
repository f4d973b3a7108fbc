using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Searching;

/// <summary>Is a state of indices that is kept for further requests: a point in time or a scroll.</summary>
internal sealed class OpenContext(string id, IReadOnlyList<IndexView> views)
{
    public string Id { get; } = id;

    public IReadOnlyList<IndexView> Views { get; } = views;

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Gets the search that is scrolled, or <see langword="null"/> for a point in time.</summary>
    public SearchBody? Search { get; init; }

    /// <summary>Gets or sets the last hit that a scroll has delivered.</summary>
    public SortedHit? Last { get; set; }
}
