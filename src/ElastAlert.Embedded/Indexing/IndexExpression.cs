using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Finds the indices that an expression names: names, aliases, patterns, exclusions, joined by commas.</summary>
internal static class IndexExpression
{
    public static IReadOnlyList<SearchIndex> Resolve(Catalog catalog, string expression, IndexOptions options)
    {
        if (expression is "" or "_all" or "*")
            return catalog.Indices.Count > 0 || options.AllowNoIndices ? [.. catalog.Indices] : throw Missing(expression);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var sawPattern = false;
        foreach (var part in expression.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith('-') && sawPattern)
                names.ExceptWith(Expand(catalog, part[1..]));
            else
                names.UnionWith(Include(catalog, part, options));
            sawPattern |= IsPattern(part);
        }

        return names.Count > 0 || options.AllowNoIndices ? [.. names.Select(name => catalog.Find(name)!)] : throw Missing(expression);
    }

    public static RequestFailure Missing(string name) =>
        new(404, "index_not_found_exception", $"no such index [{name}]") { Index = name };

    private static bool IsPattern(string part) => part.Contains('*', StringComparison.Ordinal) || part == "_all";

    private static List<string> Include(Catalog catalog, string part, IndexOptions options)
    {
        if (part.StartsWith('<') || part.Contains(':', StringComparison.Ordinal))
            throw RequestFailure.Unsupported($"the index expression [{part}]");
        var found = Expand(catalog, part).ToList();
        var mayBeMissing = IsPattern(part) ? options.AllowNoIndices : options.IgnoreUnavailable;
        return found.Count > 0 || mayBeMissing ? found : throw Missing(part);
    }

    private static IEnumerable<string> Expand(Catalog catalog, string part)
    {
        if (part == "_all")
            return catalog.Indices.Select(index => index.Name);
        if (!IsPattern(part))
            return catalog.Find(part) is null ? catalog.Aliased(part) : [part];
        var glob = Glob.ForNames(part);
        return catalog.Indices.Select(index => index.Name).Where(glob.Matches)
            .Concat(catalog.Aliases.Keys.Where(glob.Matches).SelectMany(catalog.Aliased));
    }
}
