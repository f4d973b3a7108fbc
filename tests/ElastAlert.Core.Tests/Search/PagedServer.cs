using System.Text.Json;

namespace ElastAlert.Core.Tests.Search;

/// <summary>Is a search server as far as paging goes: it holds documents by time, and knows scrolls and points in time.</summary>
internal sealed class PagedServer : ISearchTransport
{
    private readonly ScriptedServer _script;
    private readonly List<(long Time, long Tie, string Id)> _documents;
    private int _scrolled;
    private int _opened;

    public PagedServer(IEnumerable<long> times, string version = "9.0.0")
    {
        _documents = [.. times.Order().Select((time, at) => (time, (long)at, "d" + at))];
        Version = version;
        _script = new ScriptedServer(Answer);
    }

    public string Version { get; }

    public bool IsOpenSearch { get; init; }

    /// <summary>Gets or sets the status with which a point in time is refused.</summary>
    public int RefusesPointInTime { get; set; }

    /// <summary>Gets or sets how many points in time are forgotten before they are used.</summary>
    public int Forgets { get; set; }

    /// <summary>Gets the requests without their bodies.</summary>
    public IEnumerable<string> Asked => _script.Asked.Select(line => string.Join(' ', line.Split(' ').Take(2)));

    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken) =>
        _script.SendAsync(request, cancellationToken);

    private (int Status, string Body) Answer(SearchRequest request)
    {
        var body = request.Body.IsEmpty ? default : JsonElement.Parse(request.Body.Span);
        var size = request.Path.Split("size=") is [_, var rest] ? int.Parse(rest.Split('&')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return request switch
        {
            { Path: "/" } => (200, $$$"""{"version": {"number": "{{{Version}}}", "distribution": "{{{(IsOpenSearch ? "opensearch" : "elasticsearch")}}}"}}"""),
            { Method: "DELETE" } => (200, "{}"),
            _ when request.Path.Contains("/_pit", StringComparison.Ordinal) || request.Path.Contains("/point_in_time", StringComparison.Ordinal) => Open(),
            _ when request.Path.StartsWith("/_search/scroll", StringComparison.Ordinal) => Scroll(_scrolledSize),
            _ when request.Path.Contains("scroll=", StringComparison.Ordinal) => StartScroll(size),
            _ when request.Path.StartsWith("/_search", StringComparison.Ordinal) => Next(body, size),
            _ => (200, Page(_documents.Take(size), withTie: false)),
        };
    }

    private int _scrolledSize;

    private (int, string) Open()
    {
        if (RefusesPointInTime > 0)
            return (RefusesPointInTime, """{"error": "no"}""");

        // Every point in time numbers its documents anew.
        _opened++;
        return (200, $$"""{"{{(IsOpenSearch ? "pit_id" : "id")}}": "p{{_opened}}"}""");
    }

    private (int, string) StartScroll(int size)
    {
        _scrolledSize = size;
        _scrolled = 0;
        return Scroll(size);
    }

    private (int, string) Scroll(int size)
    {
        var page = _documents.Skip(_scrolled).Take(size).ToList();
        _scrolled += page.Count;
        return (200, Page(page, withTie: false));
    }

    private (int, string) Next(JsonElement body, int size)
    {
        if (Forgets > 0)
        {
            Forgets--;
            return (404, """{"error": {"type": "search_context_missing_exception", "reason": "No search context found"}}""");
        }

        var after = body.GetProperty("search_after");
        var (time, tie) = (after[0].GetInt64(), after[1].GetInt64());
        var page = _documents.Select(document => document with { Tie = TieOf(document.Tie) })
            .OrderBy(document => document.Time).ThenBy(document => document.Tie)
            .Where(document => document.Time > time || (document.Time == time && document.Tie > tie)).Take(size);
        return (200, Page(page, withTie: true));
    }

    private long TieOf(long place) => _opened % 2 == 1 ? place : _documents.Count - place;

    private string Page(IEnumerable<(long Time, long Tie, string Id)> documents, bool withTie)
    {
        var hits = documents.Select(document =>
            $$"""{"_id": "{{document.Id}}", "_index": "i", "_source": {}, "sort": [{{document.Time}}{{(withTie ? ", " + document.Tie : "")}}]}""");
        return $$$"""{"_scroll_id": "s", "hits": {"total": {"value": {{{_documents.Count}}}}, "hits": [{{{string.Join(',', hits)}}}]}}""";
    }
}
