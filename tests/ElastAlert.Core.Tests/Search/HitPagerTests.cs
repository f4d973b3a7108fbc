using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class HitPagerTests
{
    private static readonly HitSearch Search = new()
    {
        Index = "logs",
        SortField = "@timestamp",
        PageSize = 3,
        WriteMembers = static writer =>
        {
            writer.WriteStartObject("query");
            writer.WriteEndObject();
        },
    };

    [Fact]
    public async Task ReadAsync_FewHits_TakesOneRequest()
    {
        var server = new PagedServer([1, 2]);

        var ids = await ReadAsync(server);

        ids.Should().Equal("d0", "d1");
        server.Asked.Should().Equal("GET /", "POST /logs/_search?track_total_hits=true&size=3&ignore_unavailable=true");
    }

    [Fact]
    public async Task ReadAsync_ExactlyOnePage_TakesOneRequest()
    {
        var server = new PagedServer([1, 2, 3]);

        (await ReadAsync(server)).Should().HaveCount(3);

        server.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadAsync_ManyHits_ReadsThemFromAPointInTimeAndClosesIt()
    {
        var server = new PagedServer(Enumerable.Range(0, 10).Select(at => (long)at));

        var ids = await ReadAsync(server);

        ids.Should().Equal(Enumerable.Range(0, 10).Select(at => "d" + at));
        server.Asked.Should().Contain("POST /logs/_pit?keep_alive=30s&ignore_unavailable=true");
        server.Asked.Last().Should().Be("DELETE /_pit");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public async Task ReadAsync_ManyHitsOfOneMoment_ReadsEachOnce(int alike)
    {
        var server = new PagedServer([1, 2, .. Enumerable.Repeat(3L, alike), 4, 5]);

        var ids = await ReadAsync(server);

        ids.Should().OnlyHaveUniqueItems().And.HaveCount(alike + 4);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task ReadAsync_LastPageIsFullAndTieBreakersAreNotUnique_ReadsEachOnce(int count)
    {
        var server = new PagedServer(Enumerable.Range(0, count).Select(at => (long)at), "3.0.0") { IsOpenSearch = true };

        var ids = await ReadAsync(server);

        ids.Should().Equal(Enumerable.Range(0, count).Select(at => "d" + at));
    }

    [Fact]
    public async Task ReadAsync_PointInTimeIsForgotten_GoesOnInAnotherOne()
    {
        var server = new PagedServer([1, 2, 3, 3, 3, 3, 3, 3, 4, 5]) { Forgets = 1 };

        var ids = await ReadAsync(server);

        ids.Should().OnlyHaveUniqueItems().And.HaveCount(10);
        server.Asked.Count(line => line.Contains("/_pit?", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task ReadAsync_PointInTimeIsForbidden_ScrollsFromThenOn()
    {
        var server = new PagedServer(Enumerable.Range(0, 8).Select(at => (long)at)) { RefusesPointInTime = 403 };
        var cluster = new SearchCluster(server);

        var first = await ReadAsync(cluster, Search);
        var second = await ReadAsync(cluster, Search);

        first.Should().OnlyHaveUniqueItems().And.HaveCount(8);
        second.Should().Equal(first);
        server.Asked.Count(line => line.Contains("/_pit", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task ReadAsync_OldServer_ScrollsAndReleases()
    {
        var server = new PagedServer(Enumerable.Range(0, 7).Select(at => (long)at), "7.4.0");

        var ids = await ReadAsync(server);

        ids.Should().HaveCount(7);
        server.Asked.Should().Equal(
            "GET /",
            "POST /logs/_search?scroll=30s&size=3&ignore_unavailable=true",
            "POST /_search/scroll?scroll=30s",
            "POST /_search/scroll?scroll=30s",
            "DELETE /_search/scroll");
    }

    [Theory]
    [InlineData("7.4.0")]
    [InlineData("9.0.0")]
    public async Task ReadAsync_LimitOfPages_IsSaid(string version)
    {
        var server = new PagedServer(Enumerable.Range(0, 9).Select(at => (long)at), version);
        var cutOff = new List<bool>();

        await foreach (var page in new HitPager(new SearchCluster(server), TimeProvider.System)
            .ReadAsync(Search with { MaxPages = 2 }, TestContext.Current.CancellationToken))
        {
            cutOff.Add(page.IsCutOff);
        }

        cutOff.Should().Equal(false, true);
    }

    [Fact]
    public async Task ReadAsync_ReaderStopsEarly_ReleasesWhatTheServerKeeps()
    {
        var server = new PagedServer(Enumerable.Range(0, 9).Select(at => (long)at), "7.4.0");

        await foreach (var page in new HitPager(new SearchCluster(server), TimeProvider.System).ReadAsync(Search, TestContext.Current.CancellationToken))
            break;

        server.Asked.Last().Should().Be("DELETE /_search/scroll");
    }

    [Fact]
    public async Task ReadAsync_PageInTheMiddleFails_ReleasesAndThrows()
    {
        var server = new ScriptedServer(request => request switch
        {
            { Path: "/" } => (200, """{"version": {"number": "7.4.0"}}"""),
            { Method: "DELETE" } => (200, "{}"),
            { Path: "/_search/scroll?scroll=30s" } => (500, """{"error": "lost"}"""),
            _ => (200, """{"_scroll_id": "s", "hits": {"total": 2, "hits": [{"_id": "1", "_index": "i", "sort": [1]}]}}"""),
        });

        var read = () => ReadAsync(new SearchCluster(server), Search with { PageSize = 1 });

        (await read.Should().ThrowAsync<SearchException>()).WithMessage("HTTP 500: lost");
        server.Asked[^1].Should().Be("""DELETE /_search/scroll {"scroll_id":["s"]}""");
    }

    [Fact]
    public async Task ReadAsync_Includes_AreSentUnlessTheyAreEverything()
    {
        var server = new PagedServer([1]);
        var cluster = new SearchCluster(server);

        await ReadAsync(cluster, Search with { SourceIncludes = ["a", "b.*"] });
        await ReadAsync(cluster, Search with { SourceIncludes = ["*", "a"] });

        server.Asked.Skip(1).Should().Equal(
            "POST /logs/_search?track_total_hits=true&size=3&ignore_unavailable=true&_source_includes=a,b.*",
            "POST /logs/_search?track_total_hits=true&size=3&ignore_unavailable=true");
    }

    private static Task<List<string>> ReadAsync(PagedServer server) => ReadAsync(new SearchCluster(server), Search);

    private static async Task<List<string>> ReadAsync(SearchCluster cluster, HitSearch search)
    {
        var ids = new List<string>();
        await foreach (var page in new HitPager(cluster, TimeProvider.System).ReadAsync(search, TestContext.Current.CancellationToken))
            ids.AddRange(page.ReadHits().SelectMany(hits => hits).Select(hit => hit.GetProperty("_id").GetString()!));
        return ids;
    }
}
