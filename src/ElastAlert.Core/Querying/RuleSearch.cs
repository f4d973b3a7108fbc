using System.Text.Json;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Writes the requests of one rule (engine.md 3.1 to 3.8 and 3.12).</summary>
internal sealed class RuleSearch(Rule rule, RuleTypeNeeds needs)
{
    private readonly WindowFilter _filter = new(rule, needs);

    /// <summary>Returns the search for the documents of a window.</summary>
    public HitSearch Hits(TimeWindow window)
    {
        var fields = FieldSelection.Of(rule, needs);
        return new HitSearch
        {
            Index = IndexExpression.For(rule.Query, window),
            SortField = rule.Timestamp.Field,
            PageSize = rule.Query.MaxQuerySize,
            MaxPages = rule.Query.MaxScrollingCount,
            KeepAlive = rule.Query.ScrollKeepalive,
            SourceIncludes = rule.Query.SourceEnabled ? fields : [],
            WriteMembers = writer =>
            {
                _filter.WriteQuery(writer, window);
                WriteFields(writer, rule.Query.SourceEnabled ? [] : fields);
            },
        };
    }

    /// <summary>Returns the search for the documents of a window and the versions they are in.</summary>
    public HitSearch HitsWithVersions(TimeWindow window)
    {
        var hits = Hits(window);
        return hits with { WriteMembers = hits.WriteMembers + WriteVersions };
    }

    /// <summary>Returns the search for the documents after an overlap, which also counts those of the overlap.</summary>
    public HitSearch HitsAfterOverlap(TimeWindow window, OverlapPlan plan)
    {
        var hits = HitsWithVersions(window);
        return hits with
        {
            WriteMembers = hits.WriteMembers + (writer =>
            {
                writer.WritePropertyName("post_filter");
                _filter.WriteRange(writer, window with { Start = plan.Overlap.End });
            }),
            WriteFirstPageMembers = writer => OverlapAggregation.WriteTo(writer, plan, rule.Timestamp.Field, _filter),
        };
    }

    /// <summary>Returns the search for the ids and versions of the documents of a window, or of some spans of it.</summary>
    public HitSearch Identities(TimeWindow window, IReadOnlyList<TimeWindow> spans) => Hits(window) with
    {
        SourceIncludes = [],
        MaxPages = 0,
        WriteMembers = writer =>
        {
            _filter.WriteQuery(writer, window, spans.Count == 0 ? [] : [_filter.AnyOf(spans)]);
            writer.WriteBoolean("_source", false);
            WriteVersions(writer);
        },
    };

    /// <summary>Returns the search for documents of a window by their ids; other indices may have documents with the same ids.</summary>
    public HitSearch HitsById(TimeWindow window, IReadOnlyList<string> ids)
    {
        var fields = FieldSelection.Of(rule, needs);
        return Hits(window) with
        {
            MaxPages = 0,
            WriteMembers = writer =>
            {
                _filter.WriteQuery(writer, window, WindowFilter.Ids(ids));
                WriteFields(writer, rule.Query.SourceEnabled ? [] : fields);
                WriteVersions(writer);
            },
        };
    }

    /// <summary>Asks for the number of documents of a window.</summary>
    public SearchRequest Count(TimeWindow window) =>
        Post(window, "_count?ignore_unavailable=true", writer => _filter.WriteQuery(writer, window));

    /// <summary>Asks for the number of documents of a window per value of the query key.</summary>
    public SearchRequest Terms(TimeWindow window) => rule.Query.TermsPaging ? TermsPage(window, null) : Aggregate(window, [], writer => WriteCounts(writer, writer =>
    {
        if (rule.Query.CompoundQueryKey.Count > 1)
            Querying.AggregationBody.WriteMultiTerms(writer, rule.Query.CompoundQueryKey, rule.Query.TermsSize, rule.Query.MinDocCount);
        else
            Querying.AggregationBody.WriteTerms(writer, rule.Query.QueryKey!, rule.Query.TermsSize, rule.Query.MinDocCount);
    }));

    /// <summary>Asks for the number of documents of a window per value of the query key, one page of values.</summary>
    /// <param name="window">The window.</param>
    /// <param name="after">The key after which the page begins, or null for the first.</param>
    public SearchRequest TermsPage(TimeWindow window, JsonElement? after) => Aggregate(
        window, [], writer => WriteCounts(writer, writer => KeyPages.WriteComposite(writer, rule.Query, after)), isFirst: after is null);

    /// <summary>Asks for the most frequent values of a field among the documents around a match.</summary>
    public SearchRequest TopCounts(TopCountQuery query) =>
        Aggregate(query.Window, query.Filters, writer => WriteCounts(
            writer, writer => Querying.AggregationBody.WriteTerms(writer, query.Field, rule.Alerting.TopCountNumber, rule.Query.MinDocCount)));

    /// <summary>Asks for the aggregation that the rule type supplies, per bucket interval and query key.</summary>
    /// <param name="window">The window.</param>
    /// <param name="offset">How far bucket borders lie after multiples of the interval.</param>
    public SearchRequest Aggregation(TimeWindow window, TimeSpan offset) => Aggregate(window, [], AggregationBody(offset).WriteTo);

    /// <summary>Asks for the aggregation that the rule type supplies, per bucket interval and query key, one page of values of the key.</summary>
    /// <param name="window">The window.</param>
    /// <param name="offset">How far bucket borders lie after multiples of the interval.</param>
    /// <param name="after">The key after which the page begins, or null for the first.</param>
    public SearchRequest AggregationPage(TimeWindow window, TimeSpan offset, JsonElement? after) =>
        Aggregate(window, [], writer => AggregationBody(offset).WritePage(writer, after), isFirst: after is null);

    /// <summary>Asks the EQL query of the rule.</summary>
    public SearchRequest Eql(TimeWindow window) => Post(window, "_eql/search?ignore_unavailable=true", writer =>
    {
        _filter.WriteFilter(writer, window);
        writer.WriteString("query", rule.Query.Eql);
        writer.WriteNumber("size", rule.Query.MaxQuerySize);
        if (rule.Timestamp.Field != "@timestamp")
            writer.WriteString("timestamp_field", rule.Timestamp.Field);
    });

    /// <summary>Asks the ES|QL query of the rule, which names its indices itself.</summary>
    public SearchRequest Esql(TimeWindow window) => new("POST", "/_query?format=json")
    {
        Body = Body(writer =>
        {
            _filter.WriteFilter(writer, window);
            writer.WriteString("query", rule.Query.Esql);
        }),
    };

    /// <summary>Asks a query that a rule type wants answered before its first run.</summary>
    public static SearchRequest Seed(SeedQuery query) =>
        new("POST", SearchPath.Of(query.Index, "_search?size=0&ignore_unavailable=true"))
        {
            Body = JsonBody.Write(query.Body, static (writer, body) => body.WriteTo(writer)),
        };

    private AggregationBody AggregationBody(TimeSpan offset) =>
        new(rule, needs.Aggregation ?? throw new InvalidOperationException($"{rule.Type} supplies no aggregation."), offset);

    // The documents are counted once, by the first page.
    private SearchRequest Aggregate(
        TimeWindow window, IReadOnlyList<JsonElement> filters, Action<Utf8JsonWriter> writeAggregations, bool isFirst = true) =>
        Post(window, $"_search?size=0&track_total_hits={(isFirst ? "true" : "false")}&ignore_unavailable=true", writer =>
        {
            _filter.WriteQuery(writer, window, filters);
            writer.WriteStartObject("aggs");
            writeAggregations(writer);
            writer.WriteEndObject();
        });

    private SearchRequest Post(TimeWindow window, string endpoint, Action<Utf8JsonWriter> writeMembers) =>
        new("POST", SearchPath.Of(IndexExpression.For(rule.Query, window), endpoint)) { Body = Body(writeMembers) };

    private static ReadOnlyMemory<byte> Body(Action<Utf8JsonWriter> writeMembers) => JsonBody.Write(writeMembers, static (writer, writeMembers) =>
    {
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
    });

    private static void WriteCounts(Utf8JsonWriter writer, Action<Utf8JsonWriter> writeTerms)
    {
        writer.WriteStartObject("counts");
        writeTerms(writer);
        writer.WriteEndObject();
    }

    private static void WriteVersions(Utf8JsonWriter writer) => writer.WriteBoolean("seq_no_primary_term", true);

    private void WriteFields(Utf8JsonWriter writer, IReadOnlyList<string> storedFields)
    {
        if (storedFields.Count > 0)
        {
            writer.WriteStartArray("stored_fields");
            foreach (var field in storedFields)
                writer.WriteStringValue(field);
            writer.WriteEndArray();
        }

        if (rule.Query.IncludeFields is not { } fields)
            return;
        writer.WriteStartArray("fields");
        foreach (var field in fields)
            field.WriteTo(writer);
        writer.WriteEndArray();
    }
}
