using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Reads query_string queries.</summary>
internal static class QueryStringQuery
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("query_string", body);
        var text = options.RequireText("query");
        var fields = ReadFields(options);
        var zone = options.TakeText("time_zone");
        var settings = new QueryStringOptions(fields, reader.Now)
        {
            NeedsAll = MatchQuery.ReadOperator(options, "default_operator"),
            IsLenient = options.TakeFlag("lenient", fallback: fields is ["*"]),
            AnalyzesWildcards = options.TakeFlag("analyze_wildcard"),
            IsPhrase = ReadType(options) == "phrase",
            Zone = zone is null ? TimeZoneInfo.Utc : Zones.Find(zone),
        };
        options.Allow("analyzer", "standard");
        options.Allow("allow_leading_wildcard", "true");
        options.Allow("phrase_slop", "0");
        options.Allow("escape", "false");
        options.Ignore("boost", "_name", "rewrite", "tie_breaker", "enable_position_increments",
            "auto_generate_synonyms_phrase_query", "max_determinized_states", "fuzzy_max_expansions", "fuzzy_prefix_length");
        options.End();
        return QueryStringParser.Parse(text, settings);
    }

    private static IReadOnlyList<string> ReadFields(QueryOptions options)
    {
        var byDefault = options.Take("default_field");
        return FieldNames.Read(options.Take("fields") ?? byDefault);
    }

    private static string ReadType(QueryOptions options) => options.TakeText("type") switch
    {
        null or "best_fields" or "most_fields" => "best_fields",
        "phrase" => "phrase",
        var other => throw RequestFailure.Unsupported($"[type] with the value [{other}] in the query [query_string]"),
    };
}
