using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ElastAlert.TestSupport;

/// <summary>Answers as a search server with a very long log does, whose events lie evenly in a span; a page is made while it is read.</summary>
/// <param name="count">The number of events.</param>
/// <param name="start">The moment before the first event.</param>
/// <param name="spacing">The time between two events.</param>
public sealed class GeneratedLog(int count, DateTimeOffset start, TimeSpan spacing) : ISearchTransport
{
    /// <summary>Gets or sets what is called with the number of events sent so far, whenever a page is asked for.</summary>
    public Action<int>? PageAsked { get; set; }

    /// <inheritdoc/>
    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new SearchResponse(200, Answer(request)) { ContentType = "application/json" });
    }

    private Stream Answer(SearchRequest request)
    {
        if (request.Path.Contains("_search", StringComparison.Ordinal))
            return Page(request);
        return new MemoryStream(Encoding.UTF8.GetBytes(
            request.Path == "/" ? """{"version":{"number":"9.0.0"}}""" : """{"id":"pit","succeeded":true}"""));
    }

    private GeneratedPage Page(SearchRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        var (begin, end) = Range(body.RootElement) is { } range ? (Until(range.After), Until(range.UpTo)) : (0, count);
        var first = body.RootElement.TryGetProperty("search_after", out var position) ? After(position) : begin;
        PageAsked?.Invoke(first);
        return new GeneratedPage(first, Math.Min(first + SizeOf(request.Path), end), end - begin, start, spacing);
    }

    // The number of events up to a moment.
    private int Until(DateTimeOffset moment) => (int)Math.Clamp((moment - start).Ticks / spacing.Ticks, 0, count);

    private static (DateTimeOffset After, DateTimeOffset UpTo)? Range(JsonElement query) => query.ValueKind switch
    {
        JsonValueKind.Object when query.TryGetProperty("range", out var range) && range.TryGetProperty("@timestamp", out var span) =>
            (span.GetProperty("gt").GetDateTimeOffset(), span.GetProperty("lte").GetDateTimeOffset()),
        JsonValueKind.Object => query.EnumerateObject().Select(static member => Range(member.Value)).FirstOrDefault(static range => range is not null),
        JsonValueKind.Array => query.EnumerateArray().Select(Range).FirstOrDefault(static range => range is not null),
        _ => null,
    };

    // Events are numbered from 0; the sort value is their millisecond, the tie breaker their number.
    private int After(JsonElement position)
    {
        var tie = position[1].GetInt32();
        if (tie >= 0)
            return tie + 1;
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(position[0].GetInt64());
        return (int)Math.Max(((moment - start).Ticks + spacing.Ticks - 1) / spacing.Ticks - 1, 0);
    }

    private static int SizeOf(string path)
    {
        var size = path.Split('?', '&').First(static part => part.StartsWith("size=", StringComparison.Ordinal));
        return int.Parse(size["size=".Length..], CultureInfo.InvariantCulture);
    }
}
