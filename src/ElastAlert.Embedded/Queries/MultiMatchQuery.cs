using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Queries;

/// <summary>Reads a match query over several fields.</summary>
internal static class MultiMatchQuery
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("multi_match", body);
        var text = options.RequireText("query");
        var value = new QueryValue(text);
        var fields = FieldNames.Read(options.Take("fields"));
        var isLenient = options.TakeFlag("lenient", fallback: fields is ["*"]);
        var needsAll = MatchQuery.ReadOperator(options, "operator");
        var minimum = options.TakeText("minimum_should_match") is { } number ? MinimumShouldMatch.Parse(number) : null;
        var type = options.TakeText("type") ?? "best_fields";
        options.Ignore("boost", "_name", "tie_breaker");
        options.Allow("analyzer", "standard");
        options.Allow("slop", "0");
        options.End();
        return new AnyFieldQuery(fields, isLenient, type switch
        {
            "best_fields" or "most_fields" => field =>
                new MatchQuery(field, value, reader.Now) { NeedsAll = needsAll, Minimum = minimum, IsLenient = isLenient },
            "phrase" => field => new MatchPhraseQuery(field, value, reader.Now) { IsLenient = isLenient },
            "phrase_prefix" => field => new MatchPhrasePrefixQuery(field, text, 50),
            _ => throw RequestFailure.Unsupported($"[type] with the value [{type}] in the query [multi_match]"),
        });
    }
}
