namespace ElastAlert.Embedded.Tests;

public sealed class SupportTests : IDisposable
{
    private readonly EmbeddedServer _server = new();

    public SupportTests() => _server.Search.Index("a", """{"x":1,"t":"one"}""", "1");

    [Theory]
    [InlineData("POST", "/a/_search?nope=1", "{}", "[nope]")]
    [InlineData("POST", "/a/_search?routing=1", "{}", "[routing]")]
    [InlineData("POST", "/_msearch", "{}", "/_msearch")]
    [InlineData("POST", "/a/_search", """{"highlight":{}}""", "[highlight]")]
    [InlineData("POST", "/a/_search", """{"runtime_mappings":{}}""", "[runtime_mappings]")]
    [InlineData("POST", "/a/_search", """{"query":{"script":{}}}""", "[script]")]
    [InlineData("POST", "/a/_search", """{"query":{"nested":{}}}""", "[nested]")]
    [InlineData("POST", "/a/_search", """{"query":{"match":{"t":{"query":"one","fuzziness":"AUTO"}}}}""", "[fuzziness]")]
    [InlineData("POST", "/a/_search", """{"query":{"match_phrase":{"t":{"query":"one","slop":2}}}}""", "[slop]")]
    [InlineData("POST", "/a/_search", """{"query":{"regexp":{"t":"<1-5>"}}}""", "[<]")]
    [InlineData("POST", "/a/_search", """{"sort":["_score"]}""", "[_score]")]
    [InlineData("POST", "/a/_search", """{"sort":[{"x":{"nested":{}}}]}""", "[nested]")]
    [InlineData("POST", "/a/_search", """{"aggs":{"a":{"significant_terms":{"field":"x"}}}}""", "[significant_terms]")]
    [InlineData("POST", "/a/_search", """{"aggs":{"a":{"terms":{"field":"x","script":"1"}}}}""", "[script]")]
    [InlineData("POST", "/a/_update/1", """{"script":"1"}""", "[script]")]
    [InlineData("PUT", "/b", """{"settings":{"analysis":{"analyzer":{"x":{"type":"simple"}}}}}""", "[analysis.analyzer.x.type]")]
    [InlineData("PUT", "/b", """{"mappings":{"properties":{"x":{"type":"keyword","normalizer":"lowercase"}}}}""", "[normalizer]")]
    [InlineData("PUT", "/b", """{"mappings":{"runtime":{}}}""", "[runtime]")]
    public void Request_ThatIsNotSupported_IsRefusedByName(string method, string path, string body, string name)
    {
        var (status, answer) = _server.Send(method, path, body);

        status.Should().Be(400);
        answer.GetProperty("status").GetInt32().Should().Be(400);
        answer.GetProperty("error").GetProperty("type").GetString().Should().Be("unsupported_by_embedded");
        answer.GetProperty("error").GetProperty("reason").GetString().Should().Contain(name);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"query":5}""")]
    [InlineData("""{"size":"many"}""")]
    [InlineData("""{"aggs":{"a":{"avg":{"field":5,"missing":{}}}}}""")]
    public void Search_MalformedBody_IsABadRequest(string body) => _server.Send("POST", "/a/_search", body).Status.Should().Be(400);

    [Fact]
    public void Search_IndexThatCannotBeSorted_IsAPartialAnswer()
    {
        _server.Search.Index("b", """{"y":1}""");

        var answer = _server.Post("/a,b/_search", """{"sort":["x"]}""");

        answer.GetProperty("hits").GetProperty("hits").GetArrayLength().Should().Be(1);
        answer.GetProperty("_shards").GetProperty("failed").GetInt32().Should().Be(1);
        answer.GetProperty("_shards").GetProperty("failures")[0].GetProperty("reason").GetProperty("reason").GetString()
            .Should().Be("No mapping found for [x] in order to sort on");
    }

    public void Dispose() => _server.Dispose();
}
