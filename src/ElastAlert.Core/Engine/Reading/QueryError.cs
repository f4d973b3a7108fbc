using ElastAlert.Querying;

namespace ElastAlert.Engine.Reading;

/// <summary>Words the errors of queries as ElastAlert does (engine.md 3.9).</summary>
internal static class QueryError
{
    /// <summary>Returns the message of a failed query.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="reason">Why it failed.</param>
    public static string Message(Rule rule, string reason)
    {
        var kind = rule.Query.Kind switch
        {
            QueryKind.Count => "count query",
            QueryKind.Terms => "terms query",
            _ => "query",
        };
        return $"Error running {kind}: {QueryErrorText.Cut(reason)}";
    }
}
