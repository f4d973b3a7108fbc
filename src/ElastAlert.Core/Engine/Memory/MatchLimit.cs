namespace ElastAlert.Engine.Memory;

/// <summary>Bounds how many matches are together, so that neither memory nor a commit grows with the length of a run.</summary>
/// <param name="Matches">The number of matches that is enough.</param>
/// <param name="Bytes">The size of their documents that is enough.</param>
internal sealed record MatchLimit(long Matches, long Bytes)
{
    /// <summary>Gets the limit of what is held, committed and decided together.</summary>
    public static MatchLimit OfGroup { get; } = new(2000, 1024 * 1024);

    /// <summary>Gets the limit of what is in one part of the state, which should not need a large array.</summary>
    public static MatchLimit OfPart { get; } = new(500, 48 * 1024);

    /// <summary>Returns whether no more matches should join some that are together.</summary>
    /// <param name="matches">Their number.</param>
    /// <param name="bytes">The size of their documents.</param>
    public bool IsReached(long matches, long bytes) => matches >= Matches || bytes >= Bytes;

    /// <summary>Puts matches together, in their order, until they reach the limit.</summary>
    /// <param name="matches">The matches.</param>
    public IReadOnlyList<IReadOnlyList<RuleMatch>> Group(IReadOnlyList<RuleMatch> matches) => Group(matches, static match => (1, BytesOf(match)));

    /// <summary>Puts items together, in their order, until they reach the limit.</summary>
    /// <param name="items">The items.</param>
    /// <param name="sizeOf">Returns the number of matches of an item, and the size of their documents.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public IReadOnlyList<IReadOnlyList<T>> Group<T>(IEnumerable<T> items, Func<T, (long Matches, long Bytes)> sizeOf)
    {
        var groups = new List<List<T>>();
        var (matches, bytes) = (Matches, Bytes);
        foreach (var item in items)
        {
            if (IsReached(matches, bytes))
            {
                groups.Add([]);
                (matches, bytes) = (0, 0);
            }

            groups[^1].Add(item);
            var size = sizeOf(item);
            (matches, bytes) = (matches + size.Matches, bytes + size.Bytes);
        }

        return groups;
    }

    /// <summary>Returns the size of a match's document.</summary>
    /// <param name="match">The match.</param>
    public static long BytesOf(RuleMatch match) => match.Fields.ToUtf8().Length;
}
