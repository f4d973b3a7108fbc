using System.Net.Http.Headers;

namespace ElastAlert.Search.Http;

/// <summary>Sends requests over HTTP: each to one node, once.</summary>
internal sealed class HttpSearchTransport(
    NodePool nodes, Func<HttpClient> client, IRequestAuthentication? authentication, TimeSpan timeout, TimeProvider time) : ISearchTransport
{
    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = new HttpExchange(nodes.Next(), request, timeout, time, cancellationToken);
        try
        {
            var answer = await SendAsync(exchange).ConfigureAwait(false);
            if (IsNodeFailure((int)answer.StatusCode))
                nodes.Failed(exchange.Node);
            else
                nodes.Succeeded(exchange.Node);
            return await exchange.ReadAsync(answer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exchange.Explain(exception) is { } failure)
        {
            exchange.Dispose();
            nodes.Failed(exchange.Node);
            throw failure;
        }
        catch
        {
            exchange.Dispose();
            throw;
        }
    }

    private static bool IsNodeFailure(int status) => status is 502 or 503 or 504;

    private async Task<HttpResponseMessage> SendAsync(HttpExchange exchange)
    {
        using var message = CreateMessage(exchange);
        if (authentication is not null)
            await authentication.ApplyAsync(message, exchange.Request.Body, exchange.Token).ConfigureAwait(false);
        return await client().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, exchange.Token).ConfigureAwait(false);
    }

    private static HttpRequestMessage CreateMessage(HttpExchange exchange)
    {
        var message = new HttpRequestMessage(new HttpMethod(exchange.Request.Method), exchange.Address);
        if (exchange.Request.Body.IsEmpty)
            return message;
        message.Content = new ReadOnlyMemoryContent(exchange.Request.Body);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(exchange.Request.ContentType);
        return message;
    }
}
