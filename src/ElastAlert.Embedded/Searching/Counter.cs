using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.Searching;

/// <summary>Counts documents.</summary>
internal static class Counter
{
    /// <exception cref="ShardFailure">No index could be searched.</exception>
    public static (long Count, IReadOnlyList<(IndexView View, ShardFailure Failure)> Failures) Count(IReadOnlyList<IndexView> views, Query query)
    {
        var count = 0L;
        var failures = new List<(IndexView View, ShardFailure Failure)>();
        foreach (var view in views)
        {
            try
            {
                count += query.Evaluate(view).IntersectWith(view.Live()).Count();
            }
            catch (ShardFailure failure)
            {
                failures.Add((view, failure));
            }
        }

        return failures.Count > 0 && failures.Count == views.Count ? throw failures[0].Failure : (count, failures);
    }
}
