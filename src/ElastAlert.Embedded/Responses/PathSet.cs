namespace ElastAlert.Embedded.Responses;

/// <summary>Holds how far paths have been followed into a document.</summary>
internal sealed class PathSet
{
    /// <summary>Holds every path below this place.</summary>
    public static readonly PathSet Everything = new([]);

    /// <summary>Holds no path.</summary>
    public static readonly PathSet Nothing = new([]);

    private readonly List<(PathPattern Pattern, int At)> _places;

    private PathSet(List<(PathPattern Pattern, int At)> places) => _places = places;

    public static PathSet Of(IEnumerable<string> paths)
    {
        var places = paths.Select(path => (PathPattern.Parse(path), 0)).ToList();
        return places.Count == 0 ? Nothing : new PathSet(places);
    }

    public PathSet Enter(string name)
    {
        if (ReferenceEquals(this, Everything) || ReferenceEquals(this, Nothing))
            return this;
        var next = new List<(PathPattern Pattern, int At)>();
        foreach (var (pattern, at) in _places)
        {
            if (Follow(pattern, at, name, next))
                return Everything;
        }

        return next.Count == 0 ? Nothing : new PathSet(next);
    }

    private static bool Follow(PathPattern pattern, int at, string name, List<(PathPattern Pattern, int At)> next)
    {
        if (pattern.IsAnyDepth(at))
            next.Add((pattern, at));
        while (at < pattern.Length && pattern.IsAnyDepth(at))
            at++;
        if (at == pattern.Length)
            return true;

        if (!pattern.Matches(at, name))
            return false;
        if (at + 1 == pattern.Length)
            return true;
        next.Add((pattern, at + 1));
        return false;
    }
}
