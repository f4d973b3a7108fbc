using System.Text.Json;

namespace ElastAlert.Core.Tests.Querying;

/// <summary>Makes the base rule of the vectors of engine.md, section 10, and what is asked for it.</summary>
internal static class TestRule
{
    public static Rule Create(RuleQuery? query = null) => new()
    {
        Name = "r",
        Type = "any",
        Query = query ?? new RuleQuery { Index = "idx" },
        Schedule = new RuleSchedule { RunEvery = TimeSpan.FromMinutes(5), BufferTime = TimeSpan.FromMinutes(15) },
        Connection = new ConnectionOptions { Nodes = [new Uri("http://localhost:9200")] },
    };

    public static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse(time.Contains('T', StringComparison.Ordinal) ? time : "2024-01-01T" + time, null, System.Globalization.DateTimeStyles.AssumeUniversal);

    public static TimeWindow Window(string start, string end) => new(At(start), At(end));

    public static IReadOnlyList<JsonElement> Filters(params string[] filters) => [.. filters.Select(filter => JsonElement.Parse(filter))];

    public static void ShouldHaveBody(this SearchRequest request, string expected)
    {
        var body = JsonElement.Parse(request.Body.Span);
        JsonElement.DeepEquals(body, JsonElement.Parse(expected)).Should().BeTrue("the body is {0}", body.GetRawText());
    }
}
