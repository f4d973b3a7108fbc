namespace ElastAlert.Embedded.Tests.QueryString;

public sealed class QueryStringTests : IDisposable
{
    private readonly EmbeddedServer _server = new();

    public QueryStringTests()
    {
        _server.Search.Index("a", """{"level":"error","message":"connection timeout","status":500,"n":1}""", "1");
        _server.Search.Index("a", """{"level":"warn","message":"connection refused","status":404,"n":2}""", "2");
        _server.Search.Index("a", """{"level":"info","message":"ok"}""", "3");
    }

    [Theory]
    [InlineData("message:Connection", "12")]
    [InlineData("timeout", "1")]
    [InlineData("connection AND NOT timeout", "2")]
    [InlineData("level:error OR level:warn AND status:404", "2")]
    [InlineData("level:(error warn)", "12")]
    [InlineData("level.keyword:(error warn)", "")]
    [InlineData("-level:error", "23")]
    [InlineData("!_exists_:status", "3")]
    [InlineData("status:[404 TO *]", "12")]
    [InlineData("status:>404", "1")]
    [InlineData("message:\"connection refused\"", "2")]
    [InlineData("message:conn*", "12")]
    [InlineData("message:/re.*d/", "2")]
    [InlineData("*", "123")]
    [InlineData("", "")]
    public void Search_QueryString_FindsWhatTheServerFinds(string text, string expected) =>
        string.Concat(_server.Ids("a", $$"""{"query_string":{"query":{{System.Text.Json.JsonSerializer.Serialize(text)}} } }""")).Should().Be(expected);

    [Theory]
    [InlineData("level:error AND")]
    [InlineData("(level:error")]
    [InlineData("message:\"open")]
    [InlineData("status:[1 TO")]
    public void Search_BrokenSyntax_IsTheErrorOfTheServer(string text)
    {
        var (status, body) = _server.Send("POST", "/a/_search", $$"""{"query":{"query_string":{"query":{{System.Text.Json.JsonSerializer.Serialize(text)}} } } }""");

        status.Should().Be(400);
        var cause = body.GetProperty("error").GetProperty("root_cause")[0];
        cause.GetProperty("type").GetString().Should().Be("query_shard_exception");
        cause.GetProperty("reason").GetString().Should().Be($"Failed to parse query [{text}]");
    }

    [Fact]
    public void Search_Fuzziness_IsRefusedByName() =>
        _server.Post("/a/_search", """{"query":{"query_string":{"query":"eror~"}}}""")
            .GetProperty("error").GetProperty("reason").GetString().Should().Contain("[~]");

    public void Dispose() => _server.Dispose();
}
