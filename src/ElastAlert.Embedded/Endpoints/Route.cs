namespace ElastAlert.Embedded.Endpoints;

/// <summary>Is a method and a path with open places, such as <c>POST /{index}/_doc/{id}</c>.</summary>
internal sealed class Route
{
    private readonly string[] _methods;
    private readonly string[] _segments;

    /// <summary>Creates a route.</summary>
    /// <param name="methods">The methods, parted by a bar.</param>
    /// <param name="path">The path.</param>
    public Route(string methods, string path)
    {
        _methods = methods.Split('|');
        _segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    public bool AcceptsMethod(string method) => _methods.Contains(method);

    /// <summary>Gets the values of the open places, or <see langword="null"/> when the path is another one.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
            return null;
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] is ['{', .. var name, '}'])
            {
                if (name == "index" && segments[i].StartsWith('_') && segments[i] != "_all")
                    return null;
                places[name] = segments[i];
            }
            else if (_segments[i] != segments[i])
            {
                return null;
            }
        }

        return places;
    }
}
