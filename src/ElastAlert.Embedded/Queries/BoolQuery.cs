using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Combines queries: all of some, none of others, and a number of the rest.</summary>
/// <param name="required">What must match.</param>
/// <param name="optional">What counts for <paramref name="minimum"/>.</param>
/// <param name="prohibited">What must not match.</param>
/// <param name="minimum">How many of the optional ones must match; <see langword="null"/> for one, unless something is required.</param>
internal sealed class BoolQuery(
    IReadOnlyList<Query> required, IReadOnlyList<Query> optional, IReadOnlyList<Query> prohibited, MinimumShouldMatch? minimum = null) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("bool", body);
        IReadOnlyList<Query> Clauses(string name) => options.Take(name) is { } clauses ? reader.ReadMany(clauses) : [];
        IReadOnlyList<Query> required = [.. Clauses("must"), .. Clauses("filter")];
        var optional = Clauses("should");
        var prohibited = Clauses("must_not");
        var minimum = options.TakeText("minimum_should_match") is { } text ? MinimumShouldMatch.Parse(text) : null;
        options.Ignore("boost", "_name", "adjust_pure_negative");
        options.End();
        return new BoolQuery(required, optional, prohibited, minimum);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        var set = DocumentSet.All(view.Segment.Count);
        foreach (var query in required)
            set.IntersectWith(query.Evaluate(view));
        var least = required.Count == 0 && optional.Count > 0 ? 1 : 0;
        var needed = Math.Max(least, minimum?.Of(optional.Count) ?? 0);
        if (needed > optional.Count && required.Count + optional.Count + prohibited.Count > 0)
            return view.None();
        if (needed > 0 && optional.Count > 0)
            set.IntersectWith(Counting.AtLeast([.. optional.Select(query => query.Evaluate(view))], needed, view));
        foreach (var query in prohibited)
            set.Except(query.Evaluate(view));
        return set;
    }
}
