using System.Text.Json;
using ElastAlert.Core.Tests.Search;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Querying;

[Trait("Category", "EngineVectors")]
public sealed class RuleQueryRunnerTests
{
    private static readonly TimeWindow Window = TestRule.Window("11:45", "12:00");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 5, null)]
    [InlineData(2, 4, "max_scrolling_count ended the query after 2 pages; it has 5 hits")]
    public async Task QueryHitsAsync_T10T11_ReadsPagesUpToTheLimit(int limit, int expected, string? cutOff)
    {
        var times = Enumerable.Range(0, 5).Select(at => TestRule.At("11:55").ToUnixTimeMilliseconds());
        var rule = TestRule.Create(new RuleQuery { Index = "idx", MaxQuerySize = 2, MaxScrollingCount = limit });

        var pages = await ReadAsync(Runner(rule, new DatedServer(new PagedServer(times, "7.4.0"))));

        pages.Sum(page => page.Ids.Count).Should().Be(expected);
        pages.Should().OnlyContain(page => page.Total == 5);
        pages[^1].CutOff.Should().Be(cutOff);
    }

    [Fact]
    public async Task QueryHitsAsync_PartialPage_SaysWhatIsMissing()
    {
        var runner = Runner(TestRule.Create(), """
            {"timed_out": true, "hits": {"total": {"value": 1}, "hits": [{"_id": "1", "_index": "i", "_source": {"@timestamp": "2024-01-01"}, "sort": [1]}]}}
            """);

        var pages = await ReadAsync(runner);

        pages.Should().ContainSingle().Which.Partial.Should().Be("the search timed out on the server");
    }

    [Fact]
    public async Task QueryHitsAsync_T65_ShardsCannotParse_IsAQueryError()
    {
        var runner = Runner(TestRule.Create(), """
            {"_shards": {"total": 2, "failed": 1, "failures": [{"reason": {"type": "t", "reason": "Failed to parse query [x]"}}]},
             "hits": {"total": {"value": 0}, "hits": []}}
            """);

        var read = () => ReadAsync(runner);

        (await read.Should().ThrowAsync<SearchException>()).WithMessage("t: Failed to parse query [x]");
    }

    [Fact]
    public async Task QueryHitsAsync_T09_EqlEvents_AreHits()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Eql = "process where true" });
        var runner = Runner(rule, """
            {"is_partial": false, "timed_out": false, "hits": {"total": {"value": 1}, "events": [
              {"_index": "idx", "_id": "e1", "_source": {"@timestamp": "2024-01-01T11:50:00Z", "a": 1}}]}}
            """);

        var pages = await ReadAsync(runner);

        pages.Should().ContainSingle().Which.Ids.Should().Equal("e1");
    }

    [Fact]
    public async Task QueryHitsAsync_Q36_EqlSequences_AreRefused()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Eql = "sequence [any where true] [any where true]" });

        var read = () => ReadAsync(Runner(rule, """{"hits": {"total": {"value": 1}, "sequences": []}}"""));

        (await read.Should().ThrowAsync<SearchException>()).WithMessage("The EQL query finds sequences*");
    }

    [Fact]
    public async Task QueryHitsAsync_T09_EsqlRows_AreFlatDocuments()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Esql = "FROM logs | LIMIT 10" });
        var runner = Runner(rule, """
            {"columns": [{"name": "@timestamp", "type": "date"}, {"name": "host.name", "type": "keyword"}],
             "values": [["2024-01-01T11:50:00.000Z", "h"], ["2024-01-01T11:40:00.000Z", "g"]]}
            """);
        RuleMatch? match = null;

        await foreach (var page in runner.QueryHitsAsync(Window, Token))
        {
            var hits = page.Hits.ToList();
            hits.Select(hit => hit.Fields.Find("host.name").AsText()).Should().Equal("g", "h");
            match = RuleMatch.Create(hits[1].Fields, FieldPath.Parse("@timestamp"), hits[1].Timestamp);
        }

        var members = match!.Fields.Members.ToDictionary(member => member.Key, member => member.Value.GetString());
        members.Keys.Should().BeEquivalentTo("@timestamp", "host.name", "_id", "_index");
        members["@timestamp"].Should().Be("2024-01-01T11:50:00Z");
        members["_index"].Should().Be("idx");
        members["_id"].Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task QueryHitsAsync_EsqlColumnsWithIdentity_GiveIt()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", Esql = "FROM logs METADATA _id, _index" });
        var runner = Runner(rule, """
            {"columns": [{"name": "@timestamp"}, {"name": "_id"}, {"name": "_index"}], "values": [["2024-01-01T11:50:00.000Z", "x", "logs-1"]]}
            """);

        (await ReadAsync(runner)).Should().ContainSingle().Which.Ids.Should().Equal("x");
    }

    [Fact]
    public async Task QueryCountAsync_Answer_IsStampedWithTheEndInTheQueryZone()
    {
        var rule = TestRule.Create() with
        {
            Timestamp = new RuleTimestamp { QueryTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul") },
        };

        var answer = await Runner(rule, """{"count": 0, "_shards": {"total": 1, "failed": 0}}""").QueryCountAsync(Window, Token);

        answer.Input.Value.Should().Be(0);
        answer.Input.At.Offset.Should().Be(TimeSpan.FromHours(3));
        answer.Input.At.Should().Be(Window.End);
        answer.Partial.Should().BeNull();
    }

    [Fact]
    public async Task QueryTermsAsync_T07_Buckets_AreKeysAndCounts()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u" });

        var answer = await Runner(rule, """
            {"aggregations": {"counts": {"sum_other_doc_count": 9, "buckets": [{"key": "bob", "doc_count": 3}, {"key": 5, "doc_count": 1}]}}}
            """).QueryTermsAsync(Window, Token);

        answer.Input!.Buckets.Select(bucket => (bucket.Key.ToText(), bucket.Count)).Should().Equal(("bob", 3), ("5", 1));
        answer.OtherDocuments.Should().Be(9);
    }

    [Fact]
    public async Task QueryTermsAsync_CompoundKey_ReadsAsTheDocumentsCarryIt()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"] });

        var answer = await Runner(rule, """
            {"aggregations": {"counts": {"buckets": [{"key": ["x", 1], "key_as_string": "x|1", "doc_count": 3}]}}}
            """).QueryTermsAsync(Window, Token);

        answer.Input!.Buckets[0].Key.ToText().Should().Be("x, 1");
    }

    [Fact]
    public async Task QueryTermsAsync_CompoundKeyOnAnOldServer_SaysWhatIsNeeded()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"] });

        var ask = () => Runner(rule, "{}", "7.10.2").QueryTermsAsync(Window, Token);

        (await ask.Should().ThrowAsync<SearchException>()).WithMessage(
            "use_terms_query with several fields as query_key needs Elasticsearch 7.12 or OpenSearch 2.1; this is Elasticsearch 7.10.2.");
    }

    [Fact]
    public async Task QueryTermsAsync_NoIndex_IsNoData()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u" });

        (await Runner(rule, """{"hits": {"hits": []}}""").QueryTermsAsync(Window, Token)).Input.Should().BeNull();
    }

    [Fact]
    public async Task QueryTermsPagesAsync_FullPages_AreReadUntilOneIsNotFull()
    {
        var server = ScriptedServer.InOrder(
            (200, """
                {"aggregations": {"counts": {"after_key": {"0": "b\u00e9"}, "buckets": [
                  {"key": {"0": "a"}, "doc_count": 1}, {"key": {"0": "b\u00e9"}, "doc_count": 3}]}}}
                """),
            (200, """{"aggregations": {"counts": {"after_key": {"0": true}, "buckets": [{"key": {"0": true}, "doc_count": 2}]}}}"""));
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u", TermsSize = 2, TermsPaging = true });

        var pages = await Runner(rule, server).QueryTermsPagesAsync(Window, Token).ToListAsync(Token);

        pages.Select(page => string.Join(' ', page.Input!.Buckets.Select(bucket => $"{bucket.Key}={bucket.Count}"))).Should().Equal("bé=3 a=1", "1=2");
        server.Asked[1].Should().Contain("\"after\":{\"0\":\"b").And.Contain("track_total_hits=false");
        server.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task QueryTermsPagesAsync_LaterPageLacksSomething_SaysSo()
    {
        var server = ScriptedServer.InOrder(
            (200, """{"aggregations": {"counts": {"after_key": {"0": "a"}, "buckets": [{"key": {"0": "a"}, "doc_count": 1}]}}}"""),
            (200, """{"timed_out": true, "aggregations": {"counts": {"buckets": []}}}"""));
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "u", TermsSize = 1, TermsPaging = true });

        var pages = await Runner(rule, server).QueryTermsPagesAsync(Window, Token).ToListAsync(Token);

        pages.Select(page => page.Partial is null).Should().Equal(true, false);
        pages.Should().OnlyContain(page => page.Input != null);
    }

    [Fact]
    public async Task QueryAggregationPagesAsync_TwoKeys_NestAsTermsDo()
    {
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"m": {"max": {"field": "cpu"}}}""") };
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"], MinDocCount = 2, TermsPaging = true });
        var runner = Runner(rule, """
            {"hits": {"total": {"value": 9, "relation": "eq"}}, "aggregations": {"bucket_aggs": {"after_key": {"0": "y", "1": true}, "buckets": [
              {"key": {"0": "x", "1": false}, "doc_count": 2, "m": {"value": 1.5}},
              {"key": {"0": "y", "1": false}, "doc_count": 1, "m": {"value": 2.5}},
              {"key": {"0": "y", "1": true}, "doc_count": 6, "m": {"value": 3.5}}]}}}
            """, needs: needs);

        var page = await runner.QueryAggregationPagesAsync(Window, TimeSpan.Zero, Token).SingleAsync(Token);

        page.Total.Should().Be(9);
        page.Input!.Answer.GetRawText().Should().Be(
            """{"bucket_aggs":{"buckets":["""
            + """{"key":"y","bucket_aggs":{"buckets":[{"key":1,"key_as_string":"true","doc_count":6,"m":{"value":3.5}}]}},"""
            + """{"key":"x","bucket_aggs":{"buckets":[{"key":0,"key_as_string":"false","doc_count":2,"m":{"value":1.5}}]}}]}}""");
    }

    [Fact]
    public async Task QueryAggregationAsync_Answer_HasExactTotalAndWhatIsBeyondTheKeys()
    {
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"m": {"max": {"field": "cpu"}}}""") };
        var runner = Runner(TestRule.Create(), """
            {"hits": {"total": {"value": 12345, "relation": "eq"}}, "aggregations": {"bucket_aggs": {"sum_other_doc_count": 4, "buckets": []}}}
            """, needs: needs);

        using var answer = await runner.QueryAggregationAsync(Window, TimeSpan.Zero, Token);

        answer.Total.Should().Be(12345);
        answer.OtherDocuments.Should().Be(4);
        answer.Input!.Answer.TryGetProperty("bucket_aggs", out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"aggregations": {"counts": {"buckets": [{"key": "z", "doc_count": 3}, {"key": "y", "doc_count": 7}]}}}""", "y=7,z=3")]
    [InlineData("""{"hits": {"hits": []}}""", "")]
    public async Task QueryTopCountsAsync_T59Q55_MostFrequentFirst(string answer, string expected)
    {
        var rule = TestRule.Create() with { Alerting = new RuleAlerting { TopCountKeys = ["f"] } };
        var match = new RuleMatch { Fields = Document.Empty, Timestamp = TestRule.At("11:50") };

        var counts = await Runner(rule, answer).QueryTopCountsAsync(match, "f.keyword", Token);

        string.Join(',', counts.Select(count => $"{count.Value}={count.Count}")).Should().Be(expected);
    }

    [Fact]
    public async Task QuerySeedAsync_Answer_IsTheWholeAnswer()
    {
        var query = new SeedQuery("s", "idx", JsonElement.Parse("""{"aggs": {}}"""));

        using var answer = await Runner(TestRule.Create(), """{"aggregations": {"x": 1}}""").QuerySeedAsync(query, Token);

        answer.Input.Query.Should().BeSameAs(query);
        answer.Input.Answer.GetProperty("aggregations").GetProperty("x").GetInt64().Should().Be(1);
    }

    private static RuleQueryRunner Runner(Rule rule, string answer, string version = "9.0.0", RuleTypeNeeds? needs = null) =>
        Runner(rule, new ScriptedServer(request => (200, request.Path == "/" ? $$$"""{"version": {"number": "{{{version}}}"}}""" : answer)), needs);

    private static RuleQueryRunner Runner(Rule rule, ISearchTransport transport, RuleTypeNeeds? needs = null) =>
        new(rule, needs ?? new(), new SearchCluster(transport), TimeProvider.System);

    private static async Task<List<(List<string> Ids, long Total, string? Partial, string? CutOff)>> ReadAsync(RuleQueryRunner runner)
    {
        var pages = new List<(List<string>, long, string?, string?)>();
        await foreach (var page in runner.QueryHitsAsync(Window, Token))
            pages.Add(([.. page.Hits.Select(hit => hit.Id)], page.Total, page.Partial?.ToString(), page.CutOff));
        return pages;
    }
}
