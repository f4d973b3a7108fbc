namespace ElastAlert.KillHost;

/// <summary>Is a transport with points before and after each request, named by index and endpoint.</summary>
internal sealed class FaultTransport(ISearchTransport inner, FaultPoints faults) : ISearchTransport
{
    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken) =>
        faults.AroundAsync(Name(request), () => inner.SendAsync(request, cancellationToken));

    private static string Name(SearchRequest request)
    {
        var segments = request.Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var endpoint = segments.FirstOrDefault(segment => segment.StartsWith('_')) ?? "index";
        return $"{request.Method}-{(segments.Length > 0 ? segments[0].Replace(WorkFolder.Name, "", StringComparison.Ordinal) : "")}-{endpoint}";
    }
}
