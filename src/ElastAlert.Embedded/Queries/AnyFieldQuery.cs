using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents for which a query holds on any of several fields; names may be patterns.</summary>
internal sealed class AnyFieldQuery(IReadOnlyList<string> fields, bool isLenient, Func<string, Query> create) : Query
{
    public override DocumentSet Evaluate(IndexView view)
    {
        var set = view.None();
        foreach (var name in fields.SelectMany(pattern => Expand(view, pattern)).Distinct())
            set.UnionWith(EvaluateOn(view, name));
        return set;
    }

    private static IEnumerable<string> Expand(IndexView view, string pattern) =>
        pattern.Contains('*', StringComparison.Ordinal) ? view.Mapping.Matching(pattern).Select(field => field.Path) : [pattern];

    private DocumentSet EvaluateOn(IndexView view, string field)
    {
        try
        {
            return create(field).Evaluate(view);
        }
        catch (ShardFailure) when (isLenient)
        {
            return view.None();
        }
    }
}
