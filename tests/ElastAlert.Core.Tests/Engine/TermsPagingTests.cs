using ElastAlert.Core.Tests.Search;
using ElastAlert.Engine.Reading;
using ElastAlert.Querying;
using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Holds that pages of values are taken together or not at all.</summary>
public sealed class TermsPagingTests
{
    private const string First = """{"aggregations": {"counts": {"after_key": {"0": "a"}, "buckets": [{"key": {"0": "a"}, "doc_count": 2}]}}}""";
    private const string Second = """{"aggregations": {"counts": {"after_key": {"0": "b"}, "buckets": [{"key": {"0": "b"}, "doc_count": 3}]}}}""";
    private const string Last = """{"aggregations": {"counts": {"buckets": []}}}""";

    [Theory]
    [InlineData(503, "{}")]
    [InlineData(200, """{"timed_out": true, "aggregations": {"counts": {"buckets": []}}}""")]
    public async Task Run_LaterPageFails_CountsNothingTwice(int status, string answer)
    {
        var server = ScriptedServer.InOrder((200, First), (status, answer), (200, First), (200, Second), (200, Last));
        await using var engine = Engine(server);

        var failed = await engine.RunAt("12:00");
        var completed = await engine.RunAt("12:00");

        failed!.Error.Should().NotBeNull();
        completed!.Hits.Should().Be(2);
        engine.Alerter.Alerts.SelectMany(alert => alert.Matches).Select(match => match.Fields.Find("k").ToText()).Should().Equal("b");
    }

    private static EngineFixture Engine(ScriptedServer server)
    {
        var rule = EngineFixture.Frequency(3, TimeSpan.FromMinutes(30));
        return new EngineFixture(rule with
        {
            Query = rule.Query with { Kind = QueryKind.Terms, QueryKey = "k", TermsSize = 1, TermsPaging = true },
            Schedule = rule.Schedule with { RunEvery = TimeSpan.FromHours(1) },
        })
        {
            DataFactory = (running, needs) => new QueriedRuleData(running, needs, new RuleQueryRunner(running, needs, new SearchCluster(server), TimeProvider.System)),
        };
    }
}
