namespace ElastAlert.Embedded.Tests.Indexing;

public sealed class SearchIndexTests : IDisposable
{
    private readonly EmbeddedServer _server = new();

    [Fact]
    public void Write_ManyReplacements_KeepsTheLastVersionOfEach()
    {
        for (var round = 0; round < 60; round++)
        {
            for (var id = 0; id < 400; id++)
                _server.Search.Index("a", $$"""{"round":{{round}},"id":{{id}} }""", $"d{id}");
        }

        _server.Get("/a/_count").GetProperty("count").GetInt32().Should().Be(400);
        _server.Ids("a", """{"term":{"round":58}}""").Should().BeEmpty();
        _server.Ids("a", """{"term":{"round":59}}""").Should().HaveCount(400);
        _server.Get("/a/_doc/d7").GetProperty("_version").GetInt32().Should().Be(60);
    }

    [Fact]
    public void PointInTime_WhileTheIndexIsCompacted_StaysAsItWas()
    {
        for (var id = 0; id < 100; id++)
            _server.Search.Index("a", """{"round":-1}""", $"d{id}");
        var pit = _server.Post("/a/_pit?keep_alive=1m", "").GetProperty("id").GetString();
        for (var round = 0; round < 250; round++)
        {
            for (var id = 0; id < 100; id++)
                _server.Search.Index("a", $$"""{"round":{{round}} }""", $"d{id}");
        }

        var total = _server.Post("/_search", $$"""{"pit":{"id":"{{pit}}"},"query":{"term":{"round":-1} } }""")
            .GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();

        total.Should().Be(100);
    }

    [Fact]
    public async Task Requests_FromManyThreads_SeeWholeStates()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 300; i++)
                _server.Search.Index("a", $$"""{"writer":{{writer}},"text":"word{{i % 17}} common"}""");
        }, cancellationToken));
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                _server.Send("POST", "/a/_search?ignore_unavailable=true", """{"query":{"match":{"text":"common"}},"aggs":{"t":{"terms":{"field":"text.keyword"}}}}""").Status.Should().Be(200);
        }, cancellationToken));

        await Task.WhenAll([.. writers, .. readers]);

        _server.Post("/a/_count", """{"query":{"match":{"text":"common"}}}""").GetProperty("count").GetInt32().Should().Be(1200);
    }

    [Fact]
    public void Now_InARange_IsTheTimeOfTheClock()
    {
        using var server = new EmbeddedServer(new ElastAlert.Testing.TestClock(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero)));
        server.Search.Index("a", """{"@timestamp":"2026-11-01T11:59:00Z"}""", "1");
        server.Search.Index("a", """{"@timestamp":"2026-11-01T11:00:00Z"}""", "2");

        server.Ids("a", """{"range":{"@timestamp":{"gte":"now-5m","lte":"now"}}}""").Should().Equal("1");
    }

    public void Dispose() => _server.Dispose();
}
