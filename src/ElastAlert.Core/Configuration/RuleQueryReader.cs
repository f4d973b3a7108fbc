using System.Text.Json;

namespace ElastAlert.Configuration;

/// <summary>Reads which documents a rule looks at, and how they are asked for.</summary>
internal static class RuleQueryReader
{
    public static RuleQuery Read(OptionReader reader, IReadOnlyList<QueryKind> queries)
    {
        var filters = Filters(reader);
        var eql = Language(filters, "eql");
        var esql = Language(filters, "esql");
        var query = new RuleQuery
        {
            Index = reader.Text("index") ?? "",
            UseStrftimeIndex = reader.Flag("use_strftime_index"),
            SearchExtraIndex = reader.Flag("search_extra_index"),
            Filter = [.. filters.Where(static filter => Text(filter, "eql") is null && Text(filter, "esql") is null).Select(static filter => filter.ToJson())],
            Eql = eql,
            Esql = esql,
            Kind = Kind(reader, queries),
            Include = Include(reader),
            IncludeFields = IncludeFields(reader),
            SourceEnabled = reader.Flag("_source_enabled", true),
            QueryKey = reader.Text("query_key"),
            CompoundQueryKey = reader.Texts("compound_query_key"),
            CompoundAggregationKey = reader.Texts("compound_aggregation_key"),
            TermsSize = reader.Whole("terms_size", 50, 1),
            TermsPaging = reader.Flag("terms_paging"),
            MinDocCount = reader.Whole("min_doc_count", 1, 0),
            MaxQuerySize = reader.Whole("max_query_size", 10_000, 1),
            MaxScrollingCount = reader.Whole("max_scrolling_count", 990, 0),
            ScrollKeepalive = reader.TextOrNothing("scroll_keepalive") ?? "30s",
        };
        RuleQueryChecks.Check(reader, query, queries);
        return query;
    }

    private static QueryKind Kind(OptionReader reader, IReadOnlyList<QueryKind> queries)
    {
        if (reader.Flag("use_count_query"))
            return QueryKind.Count;
        if (reader.Flag("use_terms_query"))
            return QueryKind.Terms;
        return queries.Contains(QueryKind.Aggregation) && !queries.Contains(QueryKind.Hits) ? QueryKind.Aggregation : QueryKind.Hits;
    }

    // An item {query: X} stands for X.
    private static List<OptionValue> Filters(OptionReader reader)
    {
        var filters = new List<OptionValue>();
        foreach (var item in reader.List("filter") ?? [])
        {
            var filter = item.Members.TryGetValue("query", out var inner) && !inner.IsFalsy ? inner : item;
            if (filter.Kind == OptionKind.Map)
                filters.Add(filter);
            else
                reader.Problems.Error(filter.Location, "filter", $"holds {ValueText.Of("filter", filter)} where a query must stand.", "Write a query such as '- query_string: {query: \"level: error\"}'.");
        }

        return filters;
    }

    // Of several, the last counts.
    private static string? Language(List<OptionValue> filters, string name) => filters.Select(filter => Text(filter, name)).LastOrDefault(static text => text is not null);

    private static string? Text(OptionValue filter, string name) => filter.Members.Text(name) is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Include(OptionReader reader)
    {
        // A compound comparison adds its joined name too, which no document has; it is left out.
        IEnumerable<string> written = reader.Has("include") ? reader.List("include")?.Select(static item => item.Value).OfType<string>() ?? [] : ["*"];
        string[] keys = ["query_key", "compound_query_key", "compound_aggregation_key", "compare_key", "top_count_keys"];
        return [.. written.Concat(keys.SelectMany(reader.Options.Texts)).Append(reader.Options.Text("timestamp_field") ?? "@timestamp").Distinct(StringComparer.Ordinal)];
    }

    private static List<JsonElement>? IncludeFields(OptionReader reader) =>
        reader.Value("include_fields") is null or { Kind: OptionKind.Null } ? null : reader.List("include_fields")?.Select(static item => item.ToJson()).ToList();
}
