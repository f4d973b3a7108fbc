using System.Text.Json;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Querying;

[Trait("Category", "EngineVectors")]
public sealed class RuleSearchTests
{
    private const string Range = """{"range": {"@timestamp": {"gt": "2024-01-01T11:45:00Z", "lte": "2024-01-01T12:00:00Z"}}}""";
    private static readonly TimeWindow Window = TestRule.Window("11:45", "12:00");

    [Fact]
    public void Hits_T01_AsksForTheFilteredWindowInOrder()
    {
        var rule = TestRule.Create(new RuleQuery
        {
            Index = "idx",
            QueryKey = "a,b",
            CompoundQueryKey = ["a", "b"],
            Filter = TestRule.Filters("""{"query_string": {"query": "a:b"}}""", """{"term": {"x": 1}}"""),
        });

        var request = First(rule, withScroll: true);

        request.Path.Should().Be("/idx/_search?scroll=30s&size=10000&ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE, {"query_string": {"query": "a:b"}}, {"term": {"x": 1}}]}}}},
             "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
        new RuleSearch(rule, new()).Hits(Window).SourceIncludes.Should().Equal("*", "a", "b", "@timestamp");
    }

    [Fact]
    public void Hits_Include_IsExtendedByWhatTheEngineLooksAt()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Include = ["m"], QueryKey = "u", CompoundAggregationKey = ["x", "u"] }) with
        {
            Alerting = new RuleAlerting { TopCountKeys = ["top"] },
            Options = Some.Options("""{"compare_key": "c"}"""),
        };

        First(rule, withScroll: false).Path.Should()
            .Be("/idx/_search?track_total_hits=true&size=10000&ignore_unavailable=true&_source_includes=m,u,x,c,top,%40timestamp");
    }

    [Fact]
    public void Hits_T65_WithoutSource_AsksForStoredFields()
    {
        var rule = TestRule.Create(new RuleQuery
        {
            Index = "idx",
            SourceEnabled = false,
            Include = ["a"],
            IncludeFields = [JsonElement.Parse("\"rt\"")],
        });

        var request = First(rule, withScroll: true);

        request.Path.Should().Be("/idx/_search?scroll=30s&size=10000&ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}}, "stored_fields": ["a", "@timestamp"], "fields": ["rt"],
             "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
    }

    [Fact]
    public void Count_T06_IsTheQueryWithoutSort()
    {
        var request = new RuleSearch(TestRule.Create(), new()).Count(Window);

        request.Path.Should().Be("/idx/_count?ignore_unavailable=true");
        ShouldHaveBody(request, """{"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}}}""");
    }

    [Fact]
    public void Terms_T07_CountsPerQueryKeyAsWritten()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u" });

        var request = new RuleSearch(rule, new()).Terms(Window);

        request.Path.Should().Be("/idx/_search?size=0&track_total_hits=true&ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}},
             "aggs": {"counts": {"terms": {"field": "u", "size": 50, "min_doc_count": 1}}}}
            """);
    }

    [Fact]
    public void Terms_CompoundKey_CountsTheValuesTogether()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"], TermsSize = 7, MinDocCount = 2 });

        ShouldHaveBody(new RuleSearch(rule, new()).Terms(Window), """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}},
             "aggs": {"counts": {"multi_terms": {"terms": [{"field": "a"}, {"field": "b"}], "size": 7, "min_doc_count": 2}}}}
            """);
    }

    [Fact]
    public void Aggregation_T08_NestsKeysAroundIntervalsAroundTheElement()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "h,i", CompoundQueryKey = ["h", "i"] });
        rule = rule with { Schedule = rule.Schedule with { BucketInterval = TimeSpan.FromMinutes(5) } };
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"metric_cpu_avg": {"avg": {"field": "cpu"}}}""") };

        var request = new RuleSearch(rule, needs).Aggregation(TestRule.Window("11:45:07.5", "12:00:07.5"), TimeSpan.FromSeconds(7));

        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [
               {"range": {"@timestamp": {"gt": "2024-01-01T11:45:07.500Z", "lte": "2024-01-01T12:00:07.500Z"}}}]}}}},
             "aggs": {"bucket_aggs": {"terms": {"field": "h", "size": 50, "min_doc_count": 1},
               "aggs": {"bucket_aggs": {"terms": {"field": "i", "size": 50, "min_doc_count": 1},
                 "aggs": {"interval_aggs": {"date_histogram": {"field": "@timestamp", "fixed_interval": "5m", "offset": "+7s"},
                   "aggs": {"metric_cpu_avg": {"avg": {"field": "cpu"}}}}}}}}}}
            """);
    }

    [Fact]
    public void Terms_WithPaging_AsksForTheFirstPageOfValues()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u", TermsSize = 7, MinDocCount = 2, TermsPaging = true });

        var request = new RuleSearch(rule, new()).Terms(Window);

        request.Path.Should().Be("/idx/_search?size=0&track_total_hits=true&ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}},
             "aggs": {"counts": {"composite": {"size": 7, "sources": [{"0": {"terms": {"field": "u"}}}]}}}}
            """);
    }

    [Fact]
    public void AggregationPage_AfterAKey_AsksForAllPartsTogetherAroundIntervals()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "h,i", CompoundQueryKey = ["h", "i"], TermsSize = 50_000, TermsPaging = true });
        rule = rule with { Schedule = rule.Schedule with { BucketInterval = TimeSpan.FromMinutes(5) } };
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"m": {"max": {"field": "cpu"}}}""") };

        var request = new RuleSearch(rule, needs).AggregationPage(Window, TimeSpan.Zero, JsonElement.Parse("""{"0": "x", "1": true}"""));

        request.Path.Should().Be("/idx/_search?size=0&track_total_hits=false&ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}},
             "aggs": {"bucket_aggs": {
               "composite": {"size": 10000, "sources": [{"0": {"terms": {"field": "h"}}}, {"1": {"terms": {"field": "i"}}}], "after": {"0": "x", "1": true}},
               "aggs": {"interval_aggs": {"date_histogram": {"field": "@timestamp", "fixed_interval": "5m"}, "aggs": {"m": {"max": {"field": "cpu"}}}}}}}}
            """);
    }

    [Fact]
    public void Aggregation_NoKeyNoInterval_IsTheElementItself()
    {
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"m": {"max": {"field": "cpu"}}}""") };

        var body = JsonElement.Parse(new RuleSearch(TestRule.Create(), needs).Aggregation(Window, TimeSpan.Zero).Body.Span);

        body.GetProperty("aggs").GetRawText().Should().Be("""{"m":{"max":{"field":"cpu"}}}""");
    }

    [Fact]
    public void Eql_T09_PutsWindowAndFiltersAside()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Eql = "process where true", Filter = TestRule.Filters("""{"term": {"x": 1}}""") });

        var request = new RuleSearch(rule, new()).Eql(Window);

        request.Path.Should().Be("/idx/_eql/search?ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"filter": {"bool": {"must": [RANGE, {"term": {"x": 1}}]}}, "query": "process where true", "size": 10000}
            """);
    }

    [Fact]
    public void Eql_OtherTimestampField_IsAnnounced()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Eql = "any where true" }) with { Timestamp = new RuleTimestamp { Field = "ts" } };

        JsonElement.Parse(new RuleSearch(rule, new()).Eql(Window).Body.Span).GetProperty("timestamp_field").GetString().Should().Be("ts");
    }

    [Fact]
    public void Esql_T09_NamesNoIndex()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Esql = "FROM logs | LIMIT 10" });

        var request = new RuleSearch(rule, new()).Esql(Window);

        request.Path.Should().Be("/_query?format=json");
        ShouldHaveBody(request, """{"filter": {"bool": {"must": [RANGE]}}, "query": "FROM logs | LIMIT 10"}""");
    }

    [Fact]
    public void Hits_T67_QueryTimeZone_WritesLocalOffsetsAndUtcIndices()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "logs-%H", UseStrftimeIndex = true }) with
        {
            Timestamp = new RuleTimestamp { QueryTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul") },
        };

        var request = new RuleSearch(rule, new()).Count(TestRule.Window("11:50", "12:00"));

        request.Path.Should().Be("/logs-11,logs-12/_count?ignore_unavailable=true");
        ShouldHaveBody(request, """
            {"query": {"bool": {"filter": {"bool": {"must": [
              {"range": {"@timestamp": {"gt": "2024-01-01T14:50:00+03:00", "lte": "2024-01-01T15:00:00+03:00"}}}]}}}}}
            """);
    }

    [Fact]
    public void Filters_OfTheRuleType_FollowTheRules()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Filter = TestRule.Filters("""{"term": {"x": 1}}""") });
        var needs = new RuleTypeNeeds { Filter = TestRule.Filters("""{"terms": {"u": ["a"]}}""") };

        ShouldHaveBody(new RuleSearch(rule, needs).Count(Window), """{"query": {"bool": {"filter": {"bool": {"must": [RANGE, {"term": {"x": 1}}, {"terms": {"u": ["a"]}}]}}}}}""");
    }

    private static void ShouldHaveBody(SearchRequest request, string expected) =>
        request.ShouldHaveBody(expected.Replace("RANGE", Range, StringComparison.Ordinal));

    private static SearchRequest First(Rule rule, bool withScroll) =>
        HitSearchRequests.First(new RuleSearch(rule, new()).Hits(Window), withScroll);
}
