using System.Text.Json;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.IntegrationTests.Search;

public abstract class RuleQueryTests(Func<ISearchTransport> open) : IAsyncLifetime
{
    private ISearchTransport? _transport;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _transport = open();
        await SearchData.EnsureAsync(_transport);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(1_000, true)]
    [InlineData(10_000, false)]
    [InlineData(1_000, false)]
    public async Task QueryHitsAsync_ManyPages_ReadEachDocumentOnceInOrder(int pageSize, bool fromPointInTime)
    {
        var cluster = new SearchCluster(_transport!);
        if (!fromPointInTime)
            cluster.RefusePointsInTime();

        var hits = await ReadAsync(Logs() with { MaxQuerySize = pageSize }, cluster: cluster);

        hits.Should().HaveCount(SearchData.LogCount);
        hits.Select(hit => (hit.Index, hit.Id)).Should().OnlyHaveUniqueItems();
        hits.Select(hit => hit.Timestamp).Should().BeInAscendingOrder();
        hits.Select(hit => hit.Number).Order().Should().Equal(Enumerable.Range(0, SearchData.LogCount).Select(number => (long)number));
    }

    [Fact]
    public async Task QueryHitsAsync_PointInTimeIsClosedInBetween_ReadsOnInAnotherOne()
    {
        var forgetful = new ForgetfulTransport(_transport!);

        var hits = await ReadAsync(Logs() with { MaxQuerySize = 3_000 }, cluster: new SearchCluster(forgetful));

        hits.Select(hit => (hit.Index, hit.Id)).Should().OnlyHaveUniqueItems().And.HaveCount(SearchData.LogCount);
        forgetful.Closed.Should().BeTrue();
    }

    [Fact]
    public async Task QueryHitsAsync_MissingAndEmptyIndices_AreLeftOut()
    {
        var query = Logs() with { Index = "search-log-0,search-empty,search-missing", MaxQuerySize = 5_000 };

        var hits = await ReadAsync(query);

        hits.Should().HaveCount((SearchData.LogCount + 2) / 3);
    }

    [Fact]
    public async Task QueryHitsAsync_Window_IsOpenAtItsStartAndClosedAtItsEnd()
    {
        var window = new TimeWindow(SearchData.Begin.AddSeconds(10), SearchData.Begin.AddSeconds(12));

        var hits = await ReadAsync(Logs(), window);

        hits.Select(hit => hit.Timestamp).Distinct().Should().Equal(SearchData.Begin.AddSeconds(11), SearchData.Begin.AddSeconds(12));
        hits.Should().HaveCount(20);
    }

    [Fact]
    public async Task QueryHitsAsync_FilterAndInclude_AreHonoured()
    {
        var query = Logs() with
        {
            Filter = [JsonElement.Parse("""{"query_string": {"query": "level: ERROR"}}""")],
            Include = ["number"],
        };
        var runner = Runner(query);
        var fields = new HashSet<string>();
        var count = 0;

        await foreach (var page in runner.QueryHitsAsync(SearchData.All, Token))
        {
            foreach (var hit in page.Hits)
            {
                count++;
                fields.UnionWith(hit.Fields.Members.Select(member => member.Key));
            }
        }

        count.Should().Be(SearchData.LogCount / 5);
        fields.Except(["_type"]).Should().BeEquivalentTo("number", "@timestamp", "_id", "_index");
    }

    [Theory]
    [InlineData("unix", TimestampType.Unix, 0)]
    [InlineData("unix_ms", TimestampType.UnixMilliseconds, 500)]
    [InlineData("custom", TimestampType.Custom, 0)]
    public async Task QueryHitsAsync_OtherNotations_SelectAndReadMoments(string field, TimestampType type, int fraction)
    {
        var timestamp = new RuleTimestamp { Field = field, Type = type, Format = "%Y-%m-%d %H:%M:%S" };
        var window = new TimeWindow(SearchData.Begin.AddSeconds(10), SearchData.Begin.AddSeconds(13));
        var seconds = fraction == 0 ? new[] { 11, 12, 13 } : [10, 11, 12];

        var hits = await ReadAsync(new RuleQuery { Index = "search-times" }, window, timestamp);

        hits.Select(hit => hit.Timestamp).Should().Equal(seconds.Select(second => SearchData.Begin.AddSeconds(second).AddMilliseconds(fraction)));
    }

    [Fact]
    public async Task QueryHitsAsync_BrokenQuery_IsRefusedWithTheServersReason()
    {
        var query = Logs() with { Filter = [JsonElement.Parse("""{"query_string": {"query": "a:("}}""")] };

        var read = () => ReadAsync(query);

        (await read.Should().ThrowAsync<SearchException>()).WithMessage("HTTP 400: *query_shard_exception: Failed to parse query*");
    }

    [Fact]
    public async Task QueryCountAsync_Logs_CountsThem()
    {
        var answer = await Runner(Logs()).QueryCountAsync(SearchData.All, Token);

        answer.Input.Value.Should().Be(SearchData.LogCount);
        answer.Partial.Should().BeNull();
    }

    [Fact]
    public async Task QueryTermsAsync_Logs_CountsPerKeyAndSaysWhatIsBeyond()
    {
        var answer = await Runner(Logs() with { QueryKey = "user.keyword", TermsSize = 3 }).QueryTermsAsync(SearchData.All, Token);

        answer.Input!.Buckets.Should().HaveCount(3);
        (answer.Input.Buckets.Sum(bucket => bucket.Count) + answer.OtherDocuments).Should().Be(SearchData.LogCount);
    }

    [Fact]
    public async Task QueryTermsAsync_CompoundKey_CountsValuesTogetherWhereTheServerCan()
    {
        var query = Logs() with { QueryKey = "user.keyword,level.keyword", CompoundQueryKey = ["user.keyword", "level.keyword"] };
        TermsAnswer answer;
        try
        {
            answer = await Runner(query).QueryTermsAsync(SearchData.All, Token);
        }
        catch (SearchException failure) when (failure.Message.Contains("multi_terms", StringComparison.Ordinal))
        {
            Assert.Skip("This build of the server lacks the module: " + failure.Message);
            return;
        }

        answer.Input!.Buckets.Should().HaveCount(14);
        answer.Input.Buckets.Select(bucket => bucket.Key.ToText()).Should().Contain("u0, ERROR");
    }

    [Fact]
    public async Task QueryAggregationAsync_KeyAndInterval_NestsAndCountsExactly()
    {
        var needs = new RuleTypeNeeds { Aggregation = JsonElement.Parse("""{"metric_size_max": {"max": {"field": "size"}}}""") };
        var rule = Rule(Logs() with { QueryKey = "user.keyword" });
        rule = rule with { Schedule = rule.Schedule with { BucketInterval = TimeSpan.FromMinutes(5) } };
        var runner = new RuleQueryRunner(rule, needs, new SearchCluster(_transport!), TimeProvider.System);

        using var answer = await runner.QueryAggregationAsync(SearchData.All, TimeSpan.FromSeconds(30), Token);

        answer.Total.Should().Be(SearchData.LogCount);
        var user = answer.Input!.Answer.GetProperty("bucket_aggs").GetProperty("buckets")[0];
        var interval = user.GetProperty("interval_aggs").GetProperty("buckets")[1];
        interval.GetProperty("key").GetInt64().Should().Be(SearchData.Begin.AddSeconds(30).ToUnixTimeMilliseconds());
        interval.GetProperty("metric_size_max").GetProperty("value").GetDouble().Should().Be(99);
    }

    [Fact]
    public async Task QueryTopCountsAsync_AroundAMatch_CountsItsKeyOnly()
    {
        var rule = Rule(Logs() with { QueryKey = "user" }) with { Alerting = new RuleAlerting { TopCountKeys = ["level"] } };
        var runner = new RuleQueryRunner(rule, new(), new SearchCluster(_transport!), TimeProvider.System);
        var match = new RuleMatch { Fields = Document.Parse("""{"user": "u3"}"""), Timestamp = SearchData.Begin.AddMinutes(20) };

        var counts = await runner.QueryTopCountsAsync(match, runner.TopCountFields[0], Token);

        counts.Select(count => count.Value).Should().Equal("INFO", "ERROR");
        counts.Sum(count => count.Count).Should().BeCloseTo(12_000 / 7, 2);
    }

    [Fact]
    public async Task GetDialectAsync_Server_IsRecognised()
    {
        var dialect = await new SearchCluster(_transport!).GetDialectAsync(Token);

        dialect.HasPointInTime.Should().BeTrue();
        dialect.Server.Should().MatchRegex(@"^(Elasticsearch|OpenSearch) \d+\.\d+");
    }

    private static RuleQuery Logs() => new() { Index = "search-log-*" };

    private static Rule Rule(RuleQuery query, RuleTimestamp? timestamp = null) => new()
    {
        Name = "r",
        Type = "any",
        Query = query,
        Timestamp = timestamp ?? new RuleTimestamp(),
        Schedule = new RuleSchedule { RunEvery = TimeSpan.FromMinutes(1), BufferTime = TimeSpan.FromMinutes(15) },
        Connection = new ConnectionOptions { Nodes = [new Uri("http://search.invalid")] },
    };

    private RuleQueryRunner Runner(RuleQuery query, RuleTimestamp? timestamp = null, SearchCluster? cluster = null) =>
        new(Rule(query, timestamp), new(), cluster ?? new SearchCluster(_transport!), TimeProvider.System);

    private async Task<List<(string Id, string Index, DateTimeOffset Timestamp, long Number)>> ReadAsync(
        RuleQuery query, TimeWindow? window = null, RuleTimestamp? timestamp = null, SearchCluster? cluster = null)
    {
        var hits = new List<(string, string, DateTimeOffset, long)>();
        await foreach (var page in Runner(query, timestamp, cluster).QueryHitsAsync(window ?? SearchData.All, Token))
        {
            page.Partial.Should().BeNull();
            hits.AddRange(page.Hits.Select(hit => (hit.Id, hit.Index, hit.Timestamp, (long)(hit.Fields.Find("number").AsNumber() ?? -1))));
        }

        return hits;
    }
}
