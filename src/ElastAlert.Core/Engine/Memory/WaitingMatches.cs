namespace ElastAlert.Engine.Memory;

/// <summary>Is the matches that wait for the end of a run and are not in the state yet.</summary>
internal sealed class WaitingMatches
{
    private readonly List<RuleMatch> _matches = [];

    /// <summary>Gets the matches.</summary>
    public IReadOnlyList<RuleMatch> Items => _matches;

    /// <summary>Gets the number of matches.</summary>
    public int Count => _matches.Count;

    /// <summary>Gets the size of their documents.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets whether they had better be saved.</summary>
    public bool IsFull => MatchLimit.OfGroup.IsReached(Count, Bytes);

    /// <summary>Adds matches.</summary>
    /// <param name="matches">The matches.</param>
    public void Add(IReadOnlyList<RuleMatch> matches)
    {
        _matches.AddRange(matches);
        Bytes += matches.Sum(MatchLimit.BytesOf);
    }

    /// <summary>Takes all matches out, in groups that are decided together.</summary>
    public IReadOnlyList<IReadOnlyList<RuleMatch>> Take()
    {
        var groups = MatchLimit.OfGroup.Group(_matches);
        _matches.Clear();
        Bytes = 0;
        return groups;
    }
}
