using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Finds the one index that a request about a single document names.</summary>
internal static class SingleIndex
{
    public static SearchIndex Find(Catalog catalog, string name)
    {
        if (catalog.Find(name) is { } index)
            return index;
        var aliased = catalog.Aliased(name).ToList();
        return aliased.Count switch
        {
            0 => throw IndexExpression.Missing(name),
            1 => catalog.Find(aliased[0])!,
            _ => throw RequestFailure.Illegal($"alias [{name}] has more than one index associated with it [{string.Join(", ", aliased)}], can't execute a single index op"),
        };
    }
}
