using System.Text;

namespace ElastAlert.Core.Tests.Querying;

/// <summary>Gives the documents of a server a timestamp.</summary>
internal sealed class DatedServer(ISearchTransport inner) : ISearchTransport
{
    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        await using var answer = await inner.SendAsync(request, cancellationToken);
        using var reader = new StreamReader(answer.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var dated = text.Replace("\"_source\": {}", """ "_source": {"@timestamp": "2024-01-01T11:55:00Z"} """, StringComparison.Ordinal);
        return new SearchResponse(answer.StatusCode, new MemoryStream(Encoding.UTF8.GetBytes(dated)));
    }
}
