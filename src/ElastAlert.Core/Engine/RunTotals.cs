namespace ElastAlert.Engine;

/// <summary>Is what a run counts over all its segments.</summary>
internal sealed record RunTotals
{
    private readonly List<string> _notices = [];

    /// <summary>Gets or sets the number of hits.</summary>
    public long Hits { get; set; }

    /// <summary>Gets or sets how many of them had been seen before.</summary>
    public long AlreadySeen { get; set; }

    /// <summary>Gets the spans that were asked for.</summary>
    public List<TimeWindow> Segments { get; } = [];

    /// <summary>Gets what was not as it should be.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Adds notices; each is said once.</summary>
    /// <param name="notices">The notices.</param>
    public void Notice(IEnumerable<string> notices) => _notices.AddRange(notices.Except(_notices, StringComparer.Ordinal));
}
