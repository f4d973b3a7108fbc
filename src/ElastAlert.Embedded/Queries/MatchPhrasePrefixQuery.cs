using System.Text.Json;
using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents that have the words of a text one after the other, of the last word only the beginning.</summary>
internal sealed class MatchPhrasePrefixQuery(string field, string text, int maximumExpansions) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("match_phrase_prefix", body, "query");
        var text = options.RequireText("query");
        var expansions = options.Take("max_expansions")?.GetInt32() ?? 50;
        options.Allow("slop", "0");
        options.Allow("analyzer", "standard");
        options.Allow("zero_terms_query", "none", "NONE");
        options.End();
        return new MatchPhrasePrefixQuery(field, text, expansions);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        if (view.Find(field) is not { } found)
            return view.None();
        if (found.Type is not TextType)
            throw ShardFailure.Illegal($"Can only use phrase prefix queries on text fields - not on [{field}] which is of type [{found.Type.Name}]");
        var words = StandardAnalyzer.Analyze(text);
        var column = view.Terms(found);
        if (words.Count == 0)
            return view.None();
        var lasts = column.Terms.Where(term => term.StartsWith(words[^1], StringComparison.Ordinal))
            .Order(TermOrder.Instance).Take(maximumExpansions);
        return lasts.Aggregate(view.None(), (set, last) => set.UnionWith(Phrases.Find(view, column, [.. words[..^1], last])));
    }
}
