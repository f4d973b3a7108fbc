using System.Text.Json.Nodes;
using ElastAlert.Engine.Reading;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>An error document says what was asked when a query failed (engine.md 3.9 and 6.4).</summary>
public sealed class ErrorDocumentTests
{
    private const string Range = """{"range": {"@timestamp": {"gt": "2024-01-01T11:45:00Z", "lte": "2024-01-01T12:00:00Z"}}}""";
    private const string LastRunEvery = """{"range": {"@timestamp": {"gt": "2024-01-01T11:55:00Z", "lte": "2024-01-01T12:00:00Z"}}}""";

    [Fact]
    public Task HitsQueryFails_QueryAndSortAreRecorded() => FailAsync(
        EngineFixture.BaseRule(),
        "Error running query: ",
        $$"""{"rule": "r", "query": {"query": {"bool": {"filter": {"bool": {"must": [{{Range}}]} } } }, "sort": [{"@timestamp": {"order": "asc"} }]} }""");

    [Fact]
    public Task CountQueryFails_QueryIsRecorded() => FailAsync(
        WithKind(EngineFixture.Frequency(2, TimeSpan.FromMinutes(10)), QueryKind.Count),
        "Error running count query: ",
        $$"""{"rule": "r", "query": {"query": {"bool": {"filter": {"bool": {"must": [{{LastRunEvery}}]} } } } } }""");

    [Fact]
    public Task TermsQueryFails_QueryAndAggregationAreRecorded() => FailAsync(
        WithKind(EngineFixture.Frequency(2, TimeSpan.FromMinutes(10)), QueryKind.Terms),
        "Error running terms query: ",
        $$"""
        {"rule": "r", "query": {"query": {"bool": {"filter": {"bool": {"must": [{{LastRunEvery}}]} } } },
         "aggs": {"counts": {"terms": {"field": "u", "size": 50, "min_doc_count": 1} } } } }
        """);

    [Fact]
    public Task AggregationQueryFails_OnlyTheRuleIsRecorded() => FailAsync(
        EngineFixture.BaseRule(
            type: "metric_aggregation", optionsJson: """{"metric_agg_key": "cpu", "metric_agg_type": "avg", "max_threshold": 1, "doc_type": "_doc"}"""),
        "Error running query: ",
        """{"rule": "r"}""");

    private static Rule WithKind(Rule rule, QueryKind kind) => rule with { Query = rule.Query with { Kind = kind, QueryKey = "u" } };

    private static async Task FailAsync(Rule rule, string message, string data)
    {
        var transport = new ScriptedSearchTransport()
            .Always("GET", "/", """{"version": {"number": "9.0.0"}}""")
            .Always("POST", "", """{"error": {"type": "search_phase_execution_exception", "reason": "all shards failed"}}""", 500);
        await using var engine = new EngineFixture(rule)
        {
            DataFactory = (_, needs) => new QueriedRuleData(rule, needs, new RuleQueryRunner(rule, needs, new SearchCluster(transport), TimeProvider.System)),
        };

        await engine.RunAt("12:00");

        var error = engine.Records(HistoryKind.Error).Should().ContainSingle().Subject;
        error.GetProperty("message").GetString().Should().StartWith(message).And.Contain("all shards failed");
        error.GetProperty("traceback")[0].GetString().Should().StartWith("ElastAlert.SearchException: ");
        JsonNode.DeepEquals(JsonNode.Parse(error.GetProperty("data").GetRawText()), JsonNode.Parse(data)).Should().BeTrue(error.GetProperty("data").GetRawText());
    }
}
