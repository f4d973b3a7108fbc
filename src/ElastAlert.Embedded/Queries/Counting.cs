using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Finds documents that are in a number of sets.</summary>
internal static class Counting
{
    public static DocumentSet AtLeast(IReadOnlyList<DocumentSet> sets, int needed, IndexView view)
    {
        if (needed == 1)
            return sets.Skip(1).Aggregate(sets[0], static (union, set) => union.UnionWith(set));
        if (needed == sets.Count)
            return sets.Skip(1).Aggregate(sets[0], static (common, set) => common.IntersectWith(set));
        var result = view.None();
        for (var document = 0; document < result.Length; document++)
        {
            if (sets.Count(set => set.Contains(document)) >= needed)
                result.Add(document);
        }

        return result;
    }
}
