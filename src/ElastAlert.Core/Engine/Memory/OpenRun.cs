namespace ElastAlert.Engine.Memory;

/// <summary>Is a run of which some segments are committed; it is finished to its recorded end before the next one begins.</summary>
/// <param name="Start">The start of its window.</param>
/// <param name="End">The end of its window.</param>
/// <param name="Next">The end of the last committed segment.</param>
/// <param name="Hits">The hits of the committed segments.</param>
/// <param name="AlreadySeen">How many of them had been seen before.</param>
/// <param name="Matches">The number of matches that were found.</param>
/// <param name="Waiting">Where those are that are not decided.</param>
internal sealed record OpenRun(
    DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Next, long Hits, long AlreadySeen, long Matches, IReadOnlyList<WaitingGroup> Waiting)
{
    /// <summary>Gets whether everything was read, and the matches are being decided part by part.</summary>
    public bool IsDeciding { get; init; }
}
