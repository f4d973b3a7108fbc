using System.Text.Json;
using ElastAlert.Core.Tests.Search;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Querying;

public sealed class OverlapReaderTests
{
    private const string Range = """{"range": {"@timestamp": {"gt": "2024-01-01T11:50:00Z", "lte": "2024-01-01T12:05:00Z"}}}""";
    private const string OverlapRange = """{"range": {"@timestamp": {"gt": "2024-01-01T11:50:00Z", "lte": "2024-01-01T12:00:00Z"}}}""";
    private static readonly TimeWindow Window = TestRule.Window("11:50", "12:05");

    private readonly SeenDocuments _seen = new();

    [Fact]
    public async Task QueryNewHitsAsync_NothingIsLate_TakesOneRequest()
    {
        _seen.Add(new Hit("a", "i", TestRule.At("11:55:01"), Document.Empty) { SequenceNumber = 4 });
        var server = Server(Answer([Hit("n", "12:01", 9)], Bucket("11:55:00", 1, 4)));

        var pages = await ReadAsync(server);

        pages.SelectMany(page => page.Ids).Should().Equal("n");
        pages.Sum(page => page.Unread).Should().Be(1);
        server.Asked.Should().HaveCount(2);
        ShouldHaveBody(server.Asked[1], """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}}, "seq_no_primary_term": true,
             "post_filter": {"range": {"@timestamp": {"gt": "2024-01-01T12:00:00Z", "lte": "2024-01-01T12:05:00Z"}}},
             "sort": [{"@timestamp": {"order": "asc"}}],
             "aggs": {"overlap": {"filter": OVERLAP, "aggs": {"buckets": {
               "date_histogram": {"field": "@timestamp", "fixed_interval": "5s", "min_doc_count": 1},
               "aggs": {"sequence": {"sum": {"field": "_seq_no"}}}}}}}}
            """);
    }

    [Fact]
    public async Task QueryNewHitsAsync_T05_LateDocument_ComesFirst()
    {
        var server = ServerOfLateDocument(Bucket("11:55:00", 2, 12));

        await ShouldReadLateDocumentAsync(server);

        ShouldHaveBody(server.Asked[2], """
            {"query": {"bool": {"filter": {"bool": {"must": [OVERLAP,
               {"bool": {"should": [{"range": {"@timestamp": {"gte": "2024-01-01T11:55:00Z", "lt": "2024-01-01T11:55:05Z"}}}]}}]}}}},
             "_source": false, "seq_no_primary_term": true, "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
        ShouldHaveBody(server.Asked[3], """
            {"query": {"bool": {"filter": {"bool": {"must": [OVERLAP, {"ids": {"values": ["late"]}}]}}}},
             "seq_no_primary_term": true, "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
    }

    [Fact]
    public async Task QueryNewHitsAsync_NoHistogramForTheField_ReadsTheIdsOfTheOverlap()
    {
        var server = new ScriptedServer(request => request switch
        {
            { Path: "/" } => (200, """{"version": {"number": "9.0.0"}}"""),
            _ when Body(request).TryGetProperty("aggs", out _) =>
                (400, """{"error": {"type": "illegal_argument_exception", "reason": "Field [@timestamp] of type [keyword] is not supported for aggregation [date_histogram]"}}"""),
            _ when Body(request).TryGetProperty("_source", out _) => (200, Answer([Identity("a", 4), Identity("late", 8)])),
            _ when request.Body.Length > 0 && System.Text.Encoding.UTF8.GetString(request.Body.Span).Contains("\"ids\"", StringComparison.Ordinal) =>
                (200, Answer([Hit("late", "11:55:02", 8)])),
            _ => (200, Answer([Hit("n", "12:01", 9)])),
        });

        await ShouldReadLateDocumentAsync(server);
    }

    [Fact]
    public async Task QueryNewHitsAsync_MomentsArePlainNumbersOfSeconds_ReadsTheIdsOfTheOverlap()
    {
        // The server takes the seconds of the field for milliseconds, and cuts the year 1970 into buckets.
        var server = ServerOfLateDocument(Bucket("11:55:00", 2, 12).Replace("000,", ",", StringComparison.Ordinal));

        await ShouldReadLateDocumentAsync(server);

        ShouldHaveBody(server.Asked[2], """
            {"query": {"bool": {"filter": {"bool": {"must": [OVERLAP]}}}},
             "_source": false, "seq_no_primary_term": true, "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
    }

    [Fact]
    public async Task QueryNewHitsAsync_QueryIsWrong_Throws()
    {
        var server = new ScriptedServer(request => request.Path == "/" ? (200, "{}") : (400, """{"error": "Failed to parse"}"""));

        var read = () => ReadAsync(server);

        (await read.Should().ThrowAsync<SearchException>()).WithMessage("HTTP 400: Failed to parse");
    }

    [Fact]
    public async Task QueryNewHitsAsync_NothingWasReadBefore_ReadsTheWholeWindowWithVersions()
    {
        var server = Server(Answer([Hit("n", "12:01", 9)]));
        var runner = Runner(server);

        await foreach (var page in runner.QueryNewHitsAsync(Window, committedEnd: null, _seen, TestContext.Current.CancellationToken))
            page.Hits.Select(hit => hit.SequenceNumber).ToList().Should().Equal(9);

        ShouldHaveBody(server.Asked[1], """
            {"query": {"bool": {"filter": {"bool": {"must": [RANGE]}}}}, "seq_no_primary_term": true, "sort": [{"@timestamp": {"order": "asc"}}]}
            """);
    }

    private static ScriptedServer ServerOfLateDocument(string bucket) => Server(
        Answer([Hit("n", "12:01", 9)], bucket),
        Answer([Identity("a", 4), Identity("late", 8)]),
        Answer([Hit("late", "11:55:02", 8)]));

    private async Task ShouldReadLateDocumentAsync(ScriptedServer server)
    {
        _seen.Add(new Hit("a", "i", TestRule.At("11:55:01"), Document.Empty) { SequenceNumber = 4 });

        var pages = await ReadAsync(server);

        pages.SelectMany(page => page.Ids).Should().Equal("late", "n");
        pages.Sum(page => page.Unread).Should().Be(1);
    }

    private static ScriptedServer Server(params string[] answers)
    {
        var rest = new Queue<string>(answers);
        return new ScriptedServer(request => (200, request.Path == "/" ? """{"version": {"number": "9.0.0"}}""" : rest.Dequeue()));
    }

    private static RuleQueryRunner Runner(ISearchTransport server) => new(TestRule.Create(), new(), new SearchCluster(server), TimeProvider.System);

    private static string Answer(string[] hits, params string[] buckets) =>
        """{"hits": {"total": COUNT, "hits": [HITS]}, "aggregations": {"overlap": {"buckets": {"buckets": [BUCKETS]}}}}"""
            .Replace("COUNT", hits.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("HITS", string.Join(',', hits), StringComparison.Ordinal)
            .Replace("BUCKETS", string.Join(',', buckets), StringComparison.Ordinal);

    private static string Hit(string id, string time, long sequenceNumber) =>
        $$$"""{"_id": "{{{id}}}", "_index": "i", "_seq_no": {{{sequenceNumber}}}, "_source": {"@timestamp": "2024-01-01T{{{time}}}"}, "sort": [1]}""";

    private static string Identity(string id, long sequenceNumber) => $$"""{"_id": "{{id}}", "_index": "i", "_seq_no": {{sequenceNumber}}, "sort": [1]}""";

    private static string Bucket(string time, long count, long sum) =>
        $$$"""{"key": {{{TestRule.At(time).ToUnixTimeMilliseconds()}}}, "doc_count": {{{count}}}, "sequence": {"value": {{{sum}}}.0}}""";

    private static JsonElement Body(SearchRequest request) => JsonElement.Parse(request.Body.Span);

    private static void ShouldHaveBody(string asked, string expected)
    {
        var body = JsonElement.Parse(asked[asked.IndexOf('{', StringComparison.Ordinal)..]);
        var wanted = expected.Replace("OVERLAP", OverlapRange, StringComparison.Ordinal).Replace("RANGE", Range, StringComparison.Ordinal);
        JsonElement.DeepEquals(body, JsonElement.Parse(wanted)).Should().BeTrue("the body is {0}", body.GetRawText());
    }

    private async Task<List<(List<string> Ids, long Unread)>> ReadAsync(ISearchTransport server)
    {
        var pages = new List<(List<string>, long)>();
        await foreach (var page in Runner(server).QueryNewHitsAsync(Window, TestRule.At("12:00"), _seen, TestContext.Current.CancellationToken))
            pages.Add(([.. page.Hits.Select(hit => hit.Id)], page.Unread));
        return pages;
    }
}
