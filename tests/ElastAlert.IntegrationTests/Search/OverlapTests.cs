using System.Globalization;
using System.Text;
using ElastAlert.Querying;
using ElastAlert.Search;

namespace ElastAlert.IntegrationTests.Search;

public abstract class OverlapTests(Func<ISearchTransport> open)
{
    private static readonly DateTimeOffset Begin = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SeenHits _seen = new();
    private ISearchTransport? _transport;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("date")]
    [InlineData("date_nanos")]
    [InlineData("keyword")]
    public async Task QueryNewHitsAsync_LateAndChangedDocuments_AreReadAndNothingElse(string type)
    {
        var index = $"overlap-{Guid.NewGuid():n}";
        _transport = open();
        var runner = Runner(_transport, index);
        await SendAsync("PUT", $"/{index}", """{"mappings": {"properties": {"@timestamp": {"type": "TYPE"}}}}""".Replace("TYPE", type, StringComparison.Ordinal));
        await SendAsync("POST", $"/{index}/_bulk?refresh=true", string.Concat(Enumerable.Range(0, 600).Select(Action)));
        var first = await RunAsync(runner, Begin.AddMinutes(-5), Begin.AddMinutes(10), committedEnd: null);

        await WriteAsync(index, "late", Begin.AddSeconds(250.5));
        await WriteAsync(index, "d300", Begin.AddSeconds(300), note: "written anew");
        await WriteAsync(index, "new", Begin.AddSeconds(650));
        await SendAsync("POST", $"/{index}/_refresh", "");
        var next = await RunAsync(runner, Begin, Begin.AddMinutes(12), Begin.AddMinutes(10));
        var third = await RunAsync(runner, Begin.AddMinutes(1), Begin.AddMinutes(13), Begin.AddMinutes(12));

        first.Ids.Should().HaveCount(600);
        next.Ids.Should().Equal("late", "d300", "new");
        next.Unread.Should().Be(599 - 1);
        third.Ids.Should().BeEmpty();
        third.Unread.Should().Be(600 - 61 + 2);
    }

    [Fact]
    public async Task QueryNewHitsAsync_LateDocumentWithSecondsInANumberField_IsReadAndNothingElse()
    {
        var index = $"overlap-{Guid.NewGuid():n}";
        _transport = open();
        var runner = Runner(_transport, index, new RuleTimestamp { Field = "when", Type = TimestampType.Unix });
        await SendAsync("PUT", $"/{index}", """{"mappings": {"properties": {"when": {"type": "long"}}}}""");
        await SendAsync("POST", $"/{index}/_bulk?refresh=true", string.Concat(Enumerable.Range(0, 600).Select(second =>
            $$$"""{"index": {"_id": "d{{{second}}}"}}""" + "\n" + Seconds(second) + "\n")));
        await RunAsync(runner, Begin.AddMinutes(-5), Begin.AddMinutes(10), committedEnd: null);

        await SendAsync("PUT", $"/{index}/_doc/late", Seconds(250));
        await SendAsync("PUT", $"/{index}/_doc/new", Seconds(650));
        await SendAsync("POST", $"/{index}/_refresh", "");
        var next = await RunAsync(runner, Begin, Begin.AddMinutes(12), Begin.AddMinutes(10));
        var third = await RunAsync(runner, Begin.AddMinutes(1), Begin.AddMinutes(13), Begin.AddMinutes(12));

        next.Ids.Should().Equal("late", "new");
        next.Unread.Should().Be(599);
        third.Ids.Should().BeEmpty();
        third.Unread.Should().Be(600 - 61 + 2);
    }

    private static string Seconds(int second) => $$"""{"when": {{Begin.AddSeconds(second).ToUnixTimeSeconds()}}}""";

    private static string Action(int second) =>
        "{\"index\": {\"_id\": \"d" + second + "\"}}\n" + Source(Begin.AddSeconds(second), "") + "\n";

    private static string Source(DateTimeOffset moment, string note)
    {
        var time = moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture).Replace(".000Z", "Z", StringComparison.Ordinal);
        return $$"""{"@timestamp": "{{time}}", "note": "{{note}}"}""";
    }

    private static RuleQueryRunner Runner(ISearchTransport transport, string index, RuleTimestamp? timestamp = null)
    {
        var rule = new Rule
        {
            Name = "r",
            Type = "any",
            Query = new RuleQuery { Index = index },
            Timestamp = timestamp ?? new RuleTimestamp(),
            Schedule = new RuleSchedule { RunEvery = TimeSpan.FromMinutes(1), BufferTime = TimeSpan.FromMinutes(15) },
            Connection = new ConnectionOptions { Nodes = [new Uri("http://search.invalid")] },
        };
        return new RuleQueryRunner(rule, new(), new SearchCluster(transport), TimeProvider.System);
    }

    private async Task<(List<string> Ids, long Unread)> RunAsync(
        RuleQueryRunner runner, DateTimeOffset start, DateTimeOffset end, DateTimeOffset? committedEnd)
    {
        var ids = new List<string>();
        var unread = 0L;
        await foreach (var page in runner.QueryNewHitsAsync(new TimeWindow(start, end), committedEnd, _seen, Token))
        {
            page.Partial.Should().BeNull();
            unread += page.Unread;
            foreach (var hit in page.Hits)
            {
                ids.Add(hit.Id);
                _seen.Add(hit);
            }
        }

        return (ids, unread);
    }

    private Task WriteAsync(string index, string id, DateTimeOffset moment, string note = "") =>
        SendAsync("PUT", $"/{index}/_doc/{id}", Source(moment, note));

    private async Task SendAsync(string method, string path, string body)
    {
        await using var answer = await _transport!.SendAsync(new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body) }, Token);
        answer.IsSuccess.Should().BeTrue("{0} {1} is answered by {2}", method, path, answer.StatusCode);
    }
}
