namespace ElastAlert.Embedded.Responses;

/// <summary>Says which parts of a JSON document are kept, seen from one place in it.</summary>
internal sealed class PathFilter
{
    /// <summary>Keeps all.</summary>
    public static readonly PathFilter All = new(PathSet.Everything, PathSet.Nothing);

    /// <summary>Keeps nothing.</summary>
    public static readonly PathFilter None = new(PathSet.Nothing, PathSet.Nothing);

    private readonly PathSet _included;
    private readonly PathSet _excluded;
    private readonly Dictionary<string, PathFilter> _entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PathFilter>.AlternateLookup<ReadOnlySpan<char>> _enteredByName;

    private PathFilter(PathSet included, PathSet excluded)
    {
        _included = included;
        _excluded = excluded;
        _enteredByName = _entered.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool KeepsAll => ReferenceEquals(this, All);

    public bool KeepsNone => ReferenceEquals(this, None);

    /// <summary>Gets whether values at this very place are kept.</summary>
    public bool KeepsValue => ReferenceEquals(_included, PathSet.Everything);

    /// <summary>Creates a filter; without included paths all are.</summary>
    public static PathFilter Create(IReadOnlyList<string> included, IReadOnlyList<string> excluded) =>
        Of(included.Count == 0 ? PathSet.Everything : PathSet.Of(included), PathSet.Of(excluded));

    /// <summary>Gets the filter for a member.</summary>
    public PathFilter Enter(ReadOnlySpan<char> name)
    {
        if (KeepsAll || KeepsNone)
            return this;
        if (_enteredByName.TryGetValue(name, out var known))
            return known;
        var text = name.ToString();
        return _entered[text] = Of(_included.Enter(text), _excluded.Enter(text));
    }

    /// <summary>Gets the filter for a member whose name may hold dots, which count as steps.</summary>
    public PathFilter EnterPath(ReadOnlySpan<char> path)
    {
        var filter = this;
        foreach (var part in path.Split('.'))
            filter = filter.Enter(path[part]);
        return filter;
    }

    private static PathFilter Of(PathSet included, PathSet excluded)
    {
        if (ReferenceEquals(included, PathSet.Nothing) || ReferenceEquals(excluded, PathSet.Everything))
            return None;
        return ReferenceEquals(included, PathSet.Everything) && ReferenceEquals(excluded, PathSet.Nothing) ? All : new PathFilter(included, excluded);
    }
}
