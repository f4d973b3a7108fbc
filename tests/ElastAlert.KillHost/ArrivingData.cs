using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ElastAlert.KillHost;

/// <summary>Has documents arrive at their moments: each line of the file has its id, the moment of its arrival, and the document.</summary>
internal sealed class ArrivingData
{
    private readonly ISearchTransport _search;
    private readonly Queue<(DateTimeOffset At, string Lines)> _left;

    public ArrivingData(ISearchTransport search, string file)
    {
        _search = search;
        _left = new(File.ReadAllLines(file).Select(Read).OrderBy(document => document.At));
    }

    /// <summary>Gets the moment of the next arrival.</summary>
    public DateTimeOffset Next => _left.TryPeek(out var next) ? next.At : DateTimeOffset.MaxValue;

    /// <summary>Writes what has arrived up to a moment. A document that an earlier process wrote stays as it is.</summary>
    public async Task ArriveAsync(DateTimeOffset now)
    {
        var body = new StringBuilder();
        while (_left.TryPeek(out var next) && next.At <= now)
            body.Append(_left.Dequeue().Lines);
        if (body.Length == 0)
            return;
        var request = new SearchRequest("POST", $"/{WorkFolder.Name}-logs/_bulk?refresh=true")
        {
            Body = Encoding.UTF8.GetBytes(body.ToString()),
            ContentType = "application/x-ndjson",
        };
        await using var answer = await _search.SendAsync(request, CancellationToken.None);
        if (!answer.IsSuccess)
            throw new InvalidOperationException($"Documents were refused with HTTP {answer.StatusCode}.");
    }

    private static (DateTimeOffset At, string Lines) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var id = json.RootElement.GetProperty("id").GetString();
        var at = DateTimeOffset.Parse(json.RootElement.GetProperty("arrives").GetString()!, CultureInfo.InvariantCulture);
        return (at, $$$"""{"create": {"_id": "{{{id}}}"} }""" + "\n" + json.RootElement.GetProperty("document").GetRawText() + "\n");
    }
}
