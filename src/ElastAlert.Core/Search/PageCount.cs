namespace ElastAlert.Search;

/// <summary>Counts the pages of one search, and ends it at its limit.</summary>
internal sealed class PageCount(HitSearch search)
{
    private int _pages;

    /// <summary>Gets the number of all hits, as the first page said.</summary>
    public long Total { get; private set; }

    /// <summary>Takes note of the number of all hits.</summary>
    public void Begin(long total) => Total = total;

    /// <summary>Makes a page, after counting it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="seen">The places of its hits that a page before had.</param>
    /// <param name="hasMore">Whether the server has more.</param>
    public SearchPage Add(HitAnswer answer, IReadOnlySet<int> seen, bool hasMore)
    {
        _pages++;
        var isAtLimit = search.MaxPages > 0 && _pages >= search.MaxPages;
        return new SearchPage(answer, seen)
        {
            Number = _pages,
            Total = Total,
            Partial = PartialAnswerReader.Read(answer.Root),
            IsLast = !hasMore || isAtLimit,
            IsCutOff = hasMore && isAtLimit,
        };
    }
}
