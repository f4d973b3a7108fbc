using ElastAlert.Search;

namespace ElastAlert.Querying;

/// <summary>Is one page of the documents of a window, ascending by time; valid until the next page is asked for.</summary>
/// <param name="Batches">The documents, read once; those of a batch are valid until the next batch is asked for.</param>
internal sealed record HitPage(IEnumerable<IReadOnlyList<Hit>> Batches)
{
    /// <summary>Gets the documents one after another, read once; each is valid until the next one is asked for.</summary>
    public IEnumerable<Hit> Hits => Batches.SelectMany(static hits => hits);

    /// <summary>Gets the number of documents of all pages, exactly, as the server counted them at first.</summary>
    public long Total { get; init; }

    /// <summary>Gets what the page lacks, or null when it is complete.</summary>
    public PartialAnswer? Partial { get; init; }

    /// <summary>Gets why documents of the window are left out, or null when none are.</summary>
    public string? CutOff { get; init; }

    /// <summary>Gets the number of documents of the window that were seen before and are not read again.</summary>
    public long Unread { get; init; }

    /// <summary>Says why a search was cut off, or null when it was not.</summary>
    public static string? CutOffOf(SearchPage page) =>
        page.IsCutOff ? $"max_scrolling_count ended the query after {page.Number} pages; it has {page.Total} hits" : null;
}
