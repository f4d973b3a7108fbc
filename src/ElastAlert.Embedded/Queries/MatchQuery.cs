using System.Text.Json;
using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents by the words of a text, or by the whole text where the field has no words.</summary>
internal sealed class MatchQuery(string field, QueryValue value, DateTimeOffset now) : Query
{
    /// <summary>Gets whether every word must be there.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>Gets how many of the words must be there when not all must.</summary>
    public MinimumShouldMatch? Minimum { get; init; }

    /// <summary>Gets whether a text that the field cannot hold matches nothing instead of being an error.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Gets whether a text without any word matches everything.</summary>
    public bool EmptyMatchesAll { get; init; }

    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("match", body, "query");
        var value = QueryValue.Of(options.Require("query"));
        var query = new MatchQuery(field, value, reader.Now)
        {
            NeedsAll = ReadOperator(options, "operator"),
            Minimum = options.TakeText("minimum_should_match") is { } minimum ? MinimumShouldMatch.Parse(minimum) : null,
            IsLenient = options.TakeFlag("lenient"),
            EmptyMatchesAll = options.TakeText("zero_terms_query") is "all" or "ALL",
        };
        options.Allow("analyzer", "standard");
        options.Ignore("auto_generate_synonyms_phrase_query");
        options.End();
        return query;
    }

    public static bool ReadOperator(QueryOptions options, string name) => options.TakeText(name)?.ToUpperInvariant() switch
    {
        null or "OR" => false,
        "AND" => true,
        var other => throw RequestFailure.Illegal($"No enum constant org.elasticsearch.index.query.Operator.{other}"),
    };

    public override DocumentSet Evaluate(IndexView view)
    {
        try
        {
            return view.Find(field) is { Type: TextType } found ? EvaluateWords(view, found) : FieldTerms.Equal(view, field, value, now);
        }
        catch (ShardFailure) when (IsLenient)
        {
            return view.None();
        }
    }

    private DocumentSet EvaluateWords(IndexView view, FieldMapping found)
    {
        var words = StandardAnalyzer.Analyze(value.Text);
        if (words.Count == 0)
            return EmptyMatchesAll ? DocumentSet.All(view.Segment.Count) : view.None();
        var needed = NeedsAll ? words.Count : Math.Max(1, Minimum?.Of(words.Count) ?? 1);
        if (needed > words.Count)
            return view.None();
        var column = view.Terms(found);
        return Counting.AtLeast([.. words.Select(word => column.Ordinal(word) is { } ordinal ? column.With(ordinal) : view.None())], needed, view);
    }
}
