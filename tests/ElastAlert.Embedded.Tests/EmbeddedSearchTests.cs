using System.Text;
using ElastAlert.TestSupport;

namespace ElastAlert.Embedded.Tests;

public sealed class EmbeddedSearchTests : IDisposable
{
    private readonly EmbeddedServer _server = new();

    [Fact]
    public void LoadFile_RecordedEvents_CanBeSearched()
    {
        var loaded = _server.Search.LoadFile(Vectors.PathOf("end-to-end/events.ndjson"));

        var answer = _server.Post("/shop-*/_search", """{"query":{"query_string":{"query":"message:ok AND level:info"}},"sort":[{"@timestamp":"asc"}],"size":2}""");

        loaded.Should().BeGreaterThan(1000);
        answer.GetProperty("hits").GetProperty("hits").GetArrayLength().Should().Be(2);
        answer.GetProperty("hits").GetProperty("hits")[0].GetProperty("_id").GetString().Should().Be("e00000");
    }

    [Fact]
    public void LoadNdjson_BulkLines_LoadsEachDocument()
    {
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes("{\"index\":{\"_index\":\"a\",\"_id\":\"1\"}}\n{\"x\":1}\n{\"create\":{\"_index\":\"a\"}}\n{\"x\":2}\n"));

        var loaded = _server.Search.LoadNdjson(lines);

        loaded.Should().Be(2);
        _server.Get("/a/_count").GetProperty("count").GetInt32().Should().Be(2);
    }

    [Fact]
    public void LoadNdjson_MappingConflict_NamesLineAndField()
    {
        using var lines = new MemoryStream("{\"x\":1}\n{\"x\":\"one\"}\n"u8.ToArray());

        var load = () => _server.Search.LoadNdjson(lines, "a");

        load.Should().Throw<SearchException>().WithMessage("line 2: *field [x] of type [long]*'one'*For input string: \"one\"*");
    }

    [Fact]
    public void LoadJsonArray_PlainDocuments_UsesDefaultIndex()
    {
        using var array = new MemoryStream("""[{"x":1},{"x":2}]"""u8.ToArray());

        _server.Search.LoadJsonArray(array, "a").Should().Be(2);

        _server.Search.IndexNames.Should().Equal("a");
    }

    [Fact]
    public void Search_UnknownQuery_IsRefusedByName()
    {
        _server.Search.Index("a", """{"x":1}""");

        var (status, body) = _server.Send("POST", "/a/_search", """{"query":{"fuzzy":{"x":"1"}}}""");

        status.Should().Be(400);
        body.GetProperty("error").GetProperty("type").GetString().Should().Be("unsupported_by_embedded");
        body.GetProperty("error").GetProperty("reason").GetString().Should().Contain("[fuzzy]");
    }

    [Fact]
    public void Scroll_SeveralPages_DeliversEachHitOnce()
    {
        for (var i = 0; i < 25; i++)
            _server.Search.Index("a", $$"""{"n":{{i % 5}}}""", $"d{i:D2}");
        var ids = new List<string>();

        var page = _server.Post("/a/_search?scroll=1m&size=10", """{"sort":[{"n":"asc"}]}""");
        while (page.GetProperty("hits").GetProperty("hits").GetArrayLength() > 0)
        {
            ids.AddRange(page.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("_id").GetString()!));
            page = _server.Post("/_search/scroll", $$"""{"scroll":"1m","scroll_id":"{{page.GetProperty("_scroll_id").GetString()}}"}""");
        }

        ids.Should().HaveCount(25).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void PointInTime_LaterWrites_AreNotSeen()
    {
        _server.Search.Index("a", """{"n":1}""", "1");
        _server.Search.Index("a", """{"n":2}""", "2");
        var pit = _server.Post("/a/_pit?keep_alive=1m", "").GetProperty("id").GetString();
        _server.Search.Index("a", """{"n":9}""", "1");
        _server.Search.Index("a", """{"n":3}""", "3");

        var page = _server.Post("/_search", $$"""{"pit":{"id":"{{pit}}"},"sort":[{"n":"asc"}]}""").GetProperty("hits").GetProperty("hits");

        page.EnumerateArray().Select(hit => hit.GetProperty("_source").GetRawText()).Should().Equal("""{"n":1}""", """{"n":2}""");
        page[0].GetProperty("sort").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Write_WithOldSequenceNumber_IsAConflict()
    {
        _server.Send("PUT", "/a/_doc/1", """{"n":1}""");
        _server.Send("PUT", "/a/_doc/1", """{"n":2}""");

        var (status, body) = _server.Send("PUT", "/a/_doc/1?if_seq_no=0&if_primary_term=1", """{"n":3}""");

        status.Should().Be(409);
        body.GetProperty("error").GetProperty("type").GetString().Should().Be("version_conflict_engine_exception");
    }

    [Fact]
    public void FilterPath_OfHits_LeavesTheRestOut()
    {
        _server.Search.Index("a", """{"n":1,"m":2}""", "1");

        var answer = _server.Post("/a/_search?filter_path=hits.hits._id,hits.hits._source.n", "{}");

        answer.GetRawText().Should().Be("""{"hits":{"hits":[{"_id":"1","_source":{"n":1}}]}}""");
    }

    public void Dispose() => _server.Dispose();
}
