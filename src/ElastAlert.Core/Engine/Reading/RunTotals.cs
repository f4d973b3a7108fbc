namespace ElastAlert.Engine.Reading;

/// <summary>Is what a run counts over all its segments.</summary>
internal sealed class RunTotals
{
    private readonly List<string> _notices = [];

    /// <summary>Begins to count from nothing.</summary>
    public RunTotals()
    {
    }

    /// <summary>Goes on from what an interrupted run has counted.</summary>
    /// <param name="request">The run.</param>
    public RunTotals(RunRequest request)
    {
        (Hits, AlreadySeen) = (request.Continues?.Hits ?? 0, request.Continues?.AlreadySeen ?? 0);
        Notice(request.Notices);
    }

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
