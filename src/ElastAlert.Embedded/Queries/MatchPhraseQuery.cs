using System.Text.Json;
using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents that have the words of a text one after the other.</summary>
internal sealed class MatchPhraseQuery(string field, QueryValue value, DateTimeOffset now) : Query
{
    public bool IsLenient { get; init; }

    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("match_phrase", body, "query");
        var value = QueryValue.Of(options.Require("query"));
        options.Allow("slop", "0");
        options.Allow("analyzer", "standard");
        options.Allow("zero_terms_query", "none", "NONE");
        options.End();
        return new MatchPhraseQuery(field, value, reader.Now);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        try
        {
            return view.Find(field) is { Type: TextType } found
                ? Phrases.Find(view, view.Terms(found), StandardAnalyzer.Analyze(value.Text))
                : FieldTerms.Equal(view, field, value, now);
        }
        catch (ShardFailure) when (IsLenient)
        {
            return view.None();
        }
    }
}
