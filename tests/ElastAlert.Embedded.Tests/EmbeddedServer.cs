using System.Text;
using System.Text.Json;

namespace ElastAlert.Embedded.Tests;

/// <summary>Is an embedded server with short ways to ask it.</summary>
internal sealed class EmbeddedServer : IDisposable
{
    private readonly EmbeddedSearchTransport _transport;

    public EmbeddedServer(TimeProvider? clock = null)
    {
        Search = new EmbeddedSearch(clock);
        _transport = new EmbeddedSearchTransport(Search);
    }

    public EmbeddedSearch Search { get; }

    public JsonElement Get(string path) => Send("GET", path).Body;

    public JsonElement Post(string path, string body) => Send("POST", path, body).Body;

    /// <summary>Gets the ids of the hits of a query, in order.</summary>
    public string[] Ids(string index, string query) =>
        [.. Post($"/{index}/_search?size=1000", $$"""{"query":{{query}}}""").GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => hit.GetProperty("_id").GetString()!)];

    public (int Status, JsonElement Body) Send(string method, string path, string body = "")
    {
        var response = _transport.SendAsync(new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body) }, CancellationToken.None).Result;
        using var text = new StreamReader(response.Body);
        var content = text.ReadToEnd();
        using var document = JsonDocument.Parse(content.Length == 0 ? "{}" : content);
        return (response.StatusCode, document.RootElement.Clone());
    }

    public void Dispose() => Search.Dispose();
}
