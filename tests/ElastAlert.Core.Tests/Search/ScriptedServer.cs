using System.Text;

namespace ElastAlert.Core.Tests.Search;

/// <summary>Answers requests from a script, and keeps what was asked.</summary>
internal sealed class ScriptedServer(Func<SearchRequest, (int Status, string Body)> answer) : ISearchTransport
{
    private readonly List<string> _asked = [];

    /// <summary>Gets the requests: method and path, and the body where there is one.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public static ScriptedServer InOrder(params (int Status, string Body)[] answers)
    {
        var rest = new Queue<(int, string)>(answers);
        return new ScriptedServer(_ => rest.Dequeue());
    }

    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_asked)
        {
            _asked.Add($"{request.Method} {request.Path} {Encoding.UTF8.GetString(request.Body.Span)}".TrimEnd());
            var (status, body) = answer(request);
            return Task.FromResult(new SearchResponse(status, new MemoryStream(Encoding.UTF8.GetBytes(body))) { ContentType = "application/json" });
        }
    }
}
