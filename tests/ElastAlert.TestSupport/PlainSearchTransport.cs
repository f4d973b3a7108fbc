using System.Net.Http.Headers;
using System.Text;

namespace ElastAlert.TestSupport;

/// <summary>Sends requests to one node as they are: no retries, no failover, no dialect.</summary>
public sealed class PlainSearchTransport : ISearchTransport, IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Creates a transport to a node, whose address may carry a user and a password.</summary>
    public PlainSearchTransport(Uri node)
    {
        ArgumentNullException.ThrowIfNull(node);
        _client = new HttpClient { BaseAddress = node, Timeout = TimeSpan.FromMinutes(2) };
        if (node.UserInfo.Length > 0)
            _client.DefaultRequestHeaders.Authorization = Basic(node.UserInfo);
    }

    /// <inheritdoc/>
    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new SearchResponse((int)answer.StatusCode, await answer.Content.ReadAsStreamAsync(cancellationToken), answer)
        {
            ContentType = answer.Content.Headers.ContentType?.MediaType,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static AuthenticationHeaderValue Basic(string userInfo) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo))));
}
