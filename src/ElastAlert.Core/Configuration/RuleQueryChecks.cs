using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Refuses at load what could only fail, or find nothing, when the rule runs.</summary>
internal static class RuleQueryChecks
{
    public static void Check(OptionReader reader, RuleQuery query, IReadOnlyList<QueryKind> queries)
    {
        CheckKind(reader, query, queries);
        CheckTerms(reader, query);
        CheckPaging(reader, query);
        CheckLanguages(reader, query);
        CheckIndexPattern(reader, query);
    }

    private static void CheckKind(OptionReader reader, RuleQuery query, IReadOnlyList<QueryKind> queries)
    {
        var option = query.Kind == QueryKind.Count ? "use_count_query" : "use_terms_query";
        if (query.Kind is QueryKind.Count or QueryKind.Terms && !queries.Contains(query.Kind))
            reader.Error(option, $"cannot be used by a rule of type '{reader.Text("type")}', which needs more than numbers.", $"Remove {option}.");
    }

    private static void CheckTerms(OptionReader reader, RuleQuery query)
    {
        if (!reader.Flag("use_terms_query"))
            return;
        if (query.QueryKey is null)
            reader.Error("use_terms_query", "needs a query_key.", "Add query_key: the field whose values are counted.");
        else if (query.Kind == QueryKind.Terms && query.CompoundQueryKey.Count > 0)
            reader.Error("query_key", "names several fields, but a terms query counts the values of one; it would find nothing.", "Name one field, or remove use_terms_query.");
    }

    private static void CheckPaging(OptionReader reader, RuleQuery query)
    {
        // What a type of the host's own asks for is not known here, and new_term reads the past by it.
        if (!query.TermsPaging || reader.Text("type") is not { } type || type == "new_term" || !OptionSchema.Reference.RuleTypes.ContainsKey(type))
            return;
        if (query.Kind is QueryKind.Hits or QueryKind.Count)
            reader.Warn("terms_paging", "has no effect: this rule does not ask for numbers per value of query_key.", "Remove it, or set use_terms_query.");
        else if (query.Kind == QueryKind.Aggregation && query.QueryKey is null)
            reader.Warn("terms_paging", "has no effect without query_key.", "Remove it, or add query_key: the field whose values are observed apart.");
    }

    private static void CheckLanguages(OptionReader reader, RuleQuery query)
    {
        if (query is { Eql: not null, Esql: not null })
            reader.Error("filter", "holds both an eql and an esql query, but one query selects the documents.", "Remove one of the two.");
        else if ((query.Eql ?? query.Esql) is not null && query.Kind != QueryKind.Hits)
            reader.Error("filter", $"holds an {(query.Eql is null ? "esql" : "eql")} query, which supplies documents, but this rule asks for numbers.", "Write the condition as a query_string filter.");
    }

    private static void CheckIndexPattern(OptionReader reader, RuleQuery query)
    {
        if (query is { SearchExtraIndex: true, UseStrftimeIndex: true } && !query.Index.Contains('%', StringComparison.Ordinal))
            reader.Error("search_extra_index", "needs an index with a date pattern such as logs-%Y.%m.%d.", "Remove it, or put the pattern into index.");
        if (query.UseStrftimeIndex && Array.Find(["%y", "%M", "%D"], token => query.Index.Contains(token, StringComparison.Ordinal)) is { } token)
            reader.Warn("index", $"holds {token}, which is probably not what is meant (%Y is the year, %m the month, %d the day).", "Check the pattern.");
    }
}
