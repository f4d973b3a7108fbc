using System.Globalization;
using System.Text;

namespace ElastAlert.IntegrationTests.Search;

/// <summary>Writes documents into a server, once: three indices of logs, and one of a document a second in other notations.</summary>
internal static class SearchData
{
    public const int LogCount = 25_000;

    /// <summary>Is the moment of the first document.</summary>
    public static readonly DateTimeOffset Begin = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the span of all documents.</summary>
    public static TimeWindow All => new(Begin.AddSeconds(-1), Begin.AddHours(1));

    public static async Task EnsureAsync(ISearchTransport transport)
    {
        if ((await SendAsync(transport, "GET", "/search-done/_doc/1")).StartsWith('{'))
            return;
        await SendAsync(transport, "PUT", "/search-empty", "{}");
        await SendAsync(transport, "PUT", "/search-times", """
            {"mappings": {"properties": {
              "unix": {"type": "date", "format": "epoch_second"}, "unix_ms": {"type": "date", "format": "epoch_millis"},
              "custom": {"type": "date", "format": "yyyy-MM-dd HH:mm:ss"}}}}
            """);
        foreach (var part in Enumerable.Range(0, LogCount).Chunk(5000))
            await BulkAsync(transport, part.Select(Log));
        await BulkAsync(transport, Enumerable.Range(0, 100).Select(Times));
        await SendAsync(transport, "PUT", "/search-done/_doc/1?refresh=true", "{}");
    }

    // Ten documents share a moment, spread over three indices that also share ids.
    private static string Log(int number) =>
        $$$"""
        {"index": {"_index": "search-log-{{{number % 3}}}", "_id": "{{{number / 3}}}"}}
        {"@timestamp": "{{{Iso(number / 10)}}}", "number": {{{number}}}, "user": "u{{{number % 7}}}", "level": "{{{(number % 5 == 0 ? "ERROR" : "INFO")}}}", "size": {{{number % 100}}}}
        """;

    private static string Times(int second)
    {
        var moment = Begin.AddSeconds(second);
        return $$$"""
            {"index": {"_index": "search-times", "_id": "{{{second}}}"}}
            {"unix": {{{moment.ToUnixTimeSeconds()}}}, "unix_ms": {{{moment.ToUnixTimeMilliseconds() + 500}}}, "custom": "{{{moment:yyyy-MM-dd HH:mm:ss}}}"}
            """;
    }

    private static string Iso(int second) => Begin.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Task<string> BulkAsync(ISearchTransport transport, IEnumerable<string> actions) =>
        SendAsync(transport, "POST", "/_bulk?refresh=true", string.Join('\n', actions) + "\n", "application/x-ndjson");

    private static async Task<string> SendAsync(
        ISearchTransport transport, string method, string path, string body = "", string contentType = "application/json")
    {
        var request = new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body), ContentType = contentType };
        await using var answer = await transport.SendAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(answer.Body);
        var text = await reader.ReadToEndAsync();
        return answer.IsSuccess ? text : $"HTTP {answer.StatusCode}: {text}";
    }
}
