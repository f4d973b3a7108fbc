using System.Text;
using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class SearchAnswerTests
{
    [Fact]
    public async Task ReadAsync_JsonAnswer_IsParsed()
    {
        using var answer = await Read(200, """{"count": 3}""");

        answer.Root.GetProperty("count").GetInt64().Should().Be(3);
    }

    [Fact]
    public async Task ReadAsync_LargeAnswer_IsReadWhole()
    {
        var items = string.Join(',', Enumerable.Repeat("\"0123456789\"", 50_000));

        using var answer = await Read(200, $"[{items}]");

        answer.Root.GetArrayLength().Should().Be(50_000);
    }

    // Elasticsearch indexes halves of characters, and hands them on in the source as they came.
    [Theory]
    [InlineData(@"a\ud800b", "a\uFFFDb")]
    [InlineData(@"\uDC00", "\uFFFD")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\uD800\uD83D\uDE00\udfff", "\uFFFD😀\uFFFD")]
    [InlineData(@"\\ud800\\\ud800", @"\ud800\�")]
    [InlineData(@"\ud800\n\u00e9\\", "\uFFFD\né\\")]
    public async Task ReadAsync_HalfACharacter_IsReplaced(string escaped, string expected)
    {
        using var answer = await Read(200, $$"""{"{{escaped}}": "{{escaped}}"}""");

        var member = answer.Root.EnumerateObject().Single();
        member.Name.Should().Be(expected);
        member.Value.GetString().Should().Be(expected);
    }

    [Fact]
    public async Task ReadAsync_RefusedQuery_NamesTheServersReason()
    {
        var failure = await Failure(400, """
            {"error": {"root_cause": [{"type": "query_shard_exception", "reason": "Failed to parse query [a:(]", "index": "x"}],
             "type": "search_phase_execution_exception", "reason": "all shards failed",
             "failed_shards": [{"shard": 0, "reason": {"type": "query_shard_exception", "reason": "Failed to parse query [a:(]"}}]}, "status": 400}
            """);

        failure.Message.Should().Be(
            "HTTP 400: search_phase_execution_exception: all shards failed; query_shard_exception: Failed to parse query [a:(]");
        failure.StatusCode.Should().Be(400);
        failure.IsTransient.Should().BeFalse();
    }

    [Theory]
    [InlineData(401, "HTTP 401: no such user (check the user and password, API key or token)", false)]
    [InlineData(403, "HTTP 403: no such user (the user, key or token lacks a privilege)", false)]
    [InlineData(429, "HTTP 429: no such user (the server is overloaded)", true)]
    [InlineData(500, "HTTP 500: no such user", true)]
    [InlineData(503, "HTTP 503: no such user", true)]
    public async Task ReadAsync_Status_DecidesCureAndRetry(int status, string message, bool isTransient)
    {
        var failure = await Failure(status, """{"error": "no such user"}""");

        failure.Message.Should().Be(message);
        failure.IsTransient.Should().Be(isTransient);
    }

    [Fact]
    public async Task ReadAsync_RetryAfter_IsKept()
    {
        var response = Response(429, "{}");
        await using var limited = new SearchResponse(429, response.Body) { RetryAfter = TimeSpan.FromSeconds(7) };

        var failure = await Assert.ThrowsAsync<SearchException>(() => SearchAnswer.ReadAsync(limited, TestContext.Current.CancellationToken));

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task ReadAsync_HtmlWithStatus200_AsksWhetherItIsASearchServer()
    {
        var failure = await Failure(200, "<html>\n <title>Sign in</title></html>", "text/html");

        failure.Message.Should().Be(
            "The answer is text/html, not JSON: is something other than a search server at this address? "
            + "It begins: <html> <title>Sign in</title></html>");
    }

    [Fact]
    public async Task ReadAsync_HtmlWithStatus502_IsQuoted()
    {
        var failure = await Failure(502, "<html>Bad Gateway</html>", "text/html");

        failure.Message.Should().Be("HTTP 502: text/html that is not JSON: <html>Bad Gateway</html>");
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task ReadAsync_HalfAJson_SaysWhereItEnds()
    {
        var failure = await Failure(200, """{"hits": {"hits": [{"_id": "1" """);

        failure.Message.Should().Be("The answer ends in the middle, after 31 bytes: the connection, or a proxy between, cut it off.");
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task ReadAsync_NothingAtAll_SaysSo()
    {
        (await Failure(200, "")).Message.Should().Be("The answer is empty.");
        (await Failure(504, "")).Message.Should().Be("HTTP 504: no reason given");
    }

    private static SearchResponse Response(int status, string body, string type = "application/json") =>
        new(status, new MemoryStream(Encoding.UTF8.GetBytes(body))) { ContentType = type };

    private static Task<SearchAnswer> Read(int status, string body, string type = "application/json") =>
        SearchAnswer.ReadAsync(Response(status, body, type), TestContext.Current.CancellationToken);

    private static Task<SearchException> Failure(int status, string body, string type = "application/json") =>
        Assert.ThrowsAsync<SearchException>(() => Read(status, body, type));
}
